import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { withChinese } from '@caas/contract';

/** A browser opens six connections to one host; the rest of the portal needs some of them. */
const PER_PERSON = 4;
/** Each is a connection to an API server, and the place of a request there. */
const IN_ALL = 200;

/** How many follow logs through this backend, and who. */
export class LogStreams {
  private readonly byPerson = new Map<string, number>();
  private count = 0;

  constructor(
    private readonly limits = { perPerson: PER_PERSON, inAll: IN_ALL },
  ) {}

  /** Takes a place, and answers how to give it back. Doing that twice does nothing more. */
  take(person: string): () => void {
    const own = this.byPerson.get(person) ?? 0;
    if (own >= this.limits.perPerson) {
      throw withChinese(
        new ConflictError(
          `You follow ${own} logs already, and ${this.limits.perPerson} at once are allowed: close one of them, or read this one without following it.`,
        ),
        `您正在实时跟踪 ${own} 个日志，同时最多 ${this.limits.perPerson} 个。请关闭其中一个，或不跟踪而直接查看`,
      );
    }
    if (this.count >= this.limits.inAll) {
      throw withChinese(
        new ServiceUnavailableError(
          `${this.count} logs are being followed now, which is as many as the portal can: read this one without following it, or try again later.`,
        ),
        `门户正在跟踪 ${this.count} 个日志，已达上限。请不跟踪而直接查看，或稍后重试`,
      );
    }
    this.byPerson.set(person, own + 1);
    this.count += 1;
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      const left = this.byPerson.get(person)! - 1;
      if (left === 0) this.byPerson.delete(person);
      else this.byPerson.set(person, left);
      this.count -= 1;
    };
  }
}
