import type { RowFilter } from '@caas/contract-node';
import type { Bilingual, SimilarDecision } from '@caas/plugin-approvals-common';
import type {
  RequestFile,
  RequestOverview,
  RequestRecord,
} from '../domain/request';
import type { ChangeBy } from './ChangeBy';
import type { NewRevision } from './operations/insertRevision';
import type { ReplayedRequest } from './operations/listForReplay';
import type { RequestQuery } from './operations/findMatching';
import type { DecisionCommand } from './operations/recordDecision';

/** A request as it is submitted. */
export type NewRequest = {
  id: string;
  kind: string;
  pluginId: string;
  tenant: string;
  environment?: string;
  title: Bilingual;
  requester: string;
  idempotencyKey?: string;
  revision: NewRevision;
};

/** Keeps requests. Each change is one transaction; none of them calls anybody. */
export interface RequestStore {
  find(id: string): Promise<RequestFile | undefined>;
  findByKey(
    requester: string,
    idempotencyKey: string,
  ): Promise<RequestFile | undefined>;
  list(
    query: Omit<RequestQuery, 'now'>,
  ): Promise<{ items: RequestOverview[]; totalCount: number }>;
  /** The same idempotency key of the same person again makes no second request. */
  submit(request: NewRequest, now: Date): Promise<void>;
  decide(command: DecisionCommand): Promise<void>;
  revise(
    by: ChangeBy,
    next: { title: Bilingual; environment?: string; revision: NewRevision },
  ): Promise<void>;
  withdraw(by: ChangeBy, comment: string): Promise<void>;
  retry(by: ChangeBy): Promise<void>;
  /** Ends a request whose owner has taken back what they recorded. */
  cancel(by: ChangeBy, comment: string): Promise<void>;
  comment(
    by: ChangeBy,
    comment: { comment: string; idempotencyKey: string },
  ): Promise<void>;
  /** The last decisions on other requests of its kind that the filter lets through. */
  similar(
    request: Pick<RequestRecord, 'id' | 'kind' | 'tenant' | 'environment'>,
    filter: RowFilter,
  ): Promise<SimilarDecision[]>;
  /** The last requests, to hold an edited policy against. */
  recent(limit: number): Promise<ReplayedRequest[]>;
}
