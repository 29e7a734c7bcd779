import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import type { Bilingual } from '@caas/plugin-approvals-common';
import type { Knex } from 'knex';
import type { RowFilter } from '@caas/contract-node';
import type { Clock } from '../domain/Clock';
import type { RequestRecord } from '../domain/request';
import { cancelExecution } from './operations/cancelExecution';
import { commentOnRequest } from './operations/commentOnRequest';
import { listForReplay } from './operations/listForReplay';
import { listSimilar } from './operations/listSimilar';
import type { NewRevision } from './operations/insertRevision';
import type { RequestQuery } from './operations/findMatching';
import { listRequests } from './operations/listRequests';
import { loadFile } from './operations/loadFile';
import {
  recordDecision,
  type DecisionCommand,
} from './operations/recordDecision';
import { retryExecution } from './operations/retryExecution';
import { reviseRequest } from './operations/reviseRequest';
import { submitRequest } from './operations/submitRequest';
import { withdrawRequest } from './operations/withdrawRequest';
import type { ChangeBy } from './ChangeBy';
import type { NewRequest, RequestStore } from './RequestStore';
import type { DbRequestRow } from './tables';

export class DatabaseRequestStore implements RequestStore {
  static create(options: { knex: Knex; clock: Clock }): DatabaseRequestStore {
    return new DatabaseRequestStore(options.knex, options.clock);
  }

  private constructor(
    private readonly knex: Knex,
    /** A request is read as it stands at a moment: delegations hold or they do not. */
    private readonly clock: Clock,
  ) {}

  find(id: string) {
    return loadFile(this.knex, id, { now: this.clock.now() });
  }

  async findByKey(requester: string, idempotencyKey: string) {
    const row = await this.knex<DbRequestRow>('requests')
      .where({ requester, idempotency_key: idempotencyKey })
      .first('id');
    return row && this.find(row.id);
  }

  list(query: Omit<RequestQuery, 'now'>) {
    return listRequests(this.knex, { ...query, now: this.clock.now() });
  }

  async submit(request: NewRequest, now: Date) {
    try {
      await submitRequest(this.knex, request, now);
    } catch (error) {
      // Two submits with one key at once: the other one made the request.
      if (!isDatabaseConflictError(error) || !request.idempotencyKey)
        throw error;
    }
  }

  async decide(command: DecisionCommand) {
    try {
      await recordDecision(this.knex, command);
    } catch (error) {
      if (!isDatabaseConflictError(error)) throw error;
      throw withChinese(
        new ConflictError(
          `You decided the request '${command.id}' already: read it again`,
        ),
        '您已审批过该申请，请刷新页面',
      );
    }
  }

  revise(
    by: ChangeBy,
    next: { title: Bilingual; environment?: string; revision: NewRevision },
  ) {
    return reviseRequest(this.knex, by, next);
  }

  withdraw(by: ChangeBy, comment: string) {
    return withdrawRequest(this.knex, by, comment);
  }

  retry(by: ChangeBy) {
    return retryExecution(this.knex, by);
  }

  cancel(by: ChangeBy, comment: string) {
    return cancelExecution(this.knex, by, comment);
  }

  comment(by: ChangeBy, comment: { comment: string; idempotencyKey: string }) {
    return commentOnRequest(this.knex, by, comment);
  }

  similar(
    request: Pick<RequestRecord, 'id' | 'kind' | 'tenant' | 'environment'>,
    filter: RowFilter,
  ) {
    return listSimilar(this.knex, request, filter);
  }

  recent(limit: number) {
    return listForReplay(this.knex, limit);
  }
}
