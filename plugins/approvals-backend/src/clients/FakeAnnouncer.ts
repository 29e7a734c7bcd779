import type { NotifyData, RequestFile } from '../domain/request';
import type { Announcer } from './Announcer';

/** Remembers who was told what. */
export class FakeAnnouncer implements Announcer {
  readonly notified: Array<
    NotifyData & { request: string; state: RequestFile['request']['state'] }
  > = [];
  /** Requests whose change was signalled. */
  readonly signalled: string[] = [];
  failure?: Error;

  async notify({ request }: RequestFile, data: NotifyData) {
    if (this.failure) throw this.failure;
    this.notified.push({ ...data, request: request.id, state: request.state });
  }

  changed({ request }: RequestFile) {
    this.signalled.push(request.id);
  }
}
