import { setImmediate } from 'node:timers/promises';

/** Keeps a transaction short, whoever asks for how much at once. */
const CALLS_MAX = 20;

type Waiting<Call, Answer> = {
  call: Call;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
};

/**
 * Answers calls that come at once together, so that what costs the same for one and for many is paid once: a lock, a commit,
 * the ways to the database and back.
 *
 * While a round of a key is played, its next calls gather; then they are the next round. Rounds of one key follow each
 * other, those of other keys are played beside them. This saves work and guards nothing: other processes play rounds too.
 *
 * An answer that is an Error is thrown to its caller. A round that fails must leave nothing behind: its calls are then
 * played each alone, so that nobody fails because of somebody else. They must bear being repeated, because a round may also
 * have succeeded without an answer.
 */
export class Rounds<Call, Answer> {
  /** By key; there as long as the key has calls that wait or are played. */
  private readonly queues = new Map<string, Waiting<Call, Answer>[]>();

  constructor(
    private readonly play: (calls: Call[]) => Promise<Array<Answer | Error>>,
  ) {}

  ask(key: string, call: Call): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const queue = this.queues.get(key);
      if (queue) {
        queue.push({ call, resolve, reject });
        return;
      }
      const first = [{ call, resolve, reject }];
      this.queues.set(key, first);
      void this.playAll(key, first);
    });
  }

  /** Never throws: `playRound` answers for everything. */
  private async playAll(
    key: string,
    queue: Waiting<Call, Answer>[],
  ): Promise<void> {
    while (queue.length > 0) {
      // Whoever asks in the same breath is in the same round.
      await setImmediate();
      await this.playRound(queue.splice(0, CALLS_MAX));
    }
    this.queues.delete(key);
  }

  private async playRound(round: Waiting<Call, Answer>[]): Promise<void> {
    try {
      const answers = await this.play(round.map(({ call }) => call));
      round.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      });
    } catch (error) {
      if (round.length === 1) round[0].reject(error);
      else await Promise.all(round.map(each => this.playRound([each])));
    }
  }
}
