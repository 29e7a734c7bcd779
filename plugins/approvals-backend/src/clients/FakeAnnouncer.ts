import type { DelegationRecord } from '../domain/delegation';
import type { NotifyData, RequestFile } from '../domain/request';
import type { Announcer } from './Announcer';

/** Remembers who was told what. */
export class FakeAnnouncer implements Announcer {
  readonly notified: Array<
    NotifyData & { request: string; state: RequestFile['request']['state'] }
  > = [];
  /** Requests whose change was signalled. */
  readonly signalled: string[] = [];
  /** Delegations that somebody made or revoked, and who. */
  readonly delegations: Array<{ delegation: DelegationRecord; by: string }> =
    [];
  failure?: Error;

  async notify({ request }: RequestFile, data: NotifyData) {
    if (this.failure) throw this.failure;
    this.notified.push({ ...data, request: request.id, state: request.state });
  }

  changed({ request }: RequestFile) {
    this.signalled.push(request.id);
  }

  delegated(delegation: DelegationRecord, by: string) {
    this.delegations.push({ delegation, by });
  }
}
