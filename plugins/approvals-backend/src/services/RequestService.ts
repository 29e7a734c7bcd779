import type { RowAccess } from '@caas/contract-node';
import type {
  RequestPayload,
  RequestPreview,
  RequestState,
  SimilarDecision,
  Verdict,
} from '@caas/plugin-approvals-common';
import type { RequestFile, RequestOverview } from '../domain/request';

/** Who calls, what the policy lets them touch with this call, and what it lets them see. */
export type Caller = {
  person: string;
  access: RowAccess;
  readable: RowAccess;
};

/** What people do with requests. Each answers the request as it is afterwards. */
export interface RequestService {
  preview(
    input: {
      kind: string;
      tenant: string;
      payload: RequestPayload;
      /** The returned request that would be asked for again. */
      revises?: string;
    },
    caller: Caller,
  ): Promise<RequestPreview>;
  submit(
    input: {
      kind: string;
      tenant: string;
      payload: RequestPayload;
      purpose: string;
      idempotencyKey?: string;
    },
    caller: Caller,
  ): Promise<RequestFile>;
  list(
    query: {
      view: 'to-decide' | 'mine' | 'all';
      state?: RequestState;
      tenant?: string;
      limit: number;
      offset: number;
    },
    caller: Caller,
  ): Promise<{ items: RequestOverview[]; totalCount: number }>;
  get(id: string, caller: Caller): Promise<RequestFile>;
  decide(
    input: {
      id: string;
      verdict: Verdict;
      comment: string;
      payloadHash: string;
    },
    caller: Caller,
  ): Promise<RequestFile>;
  revise(
    input: { id: string; payload: RequestPayload; purpose: string },
    caller: Caller,
  ): Promise<RequestFile>;
  withdraw(
    input: { id: string; comment: string },
    caller: Caller,
  ): Promise<RequestFile>;
  retry(id: string, caller: Caller): Promise<RequestFile>;
  /** Ends what was approved and is not carried out, with the consent of the kind's owner. */
  cancel(
    input: { id: string; comment: string },
    caller: Caller,
  ): Promise<RequestFile>;
  comment(
    input: { id: string; comment: string; idempotencyKey: string },
    caller: Caller,
  ): Promise<RequestFile>;
  /** The last decisions on requests like this one that the caller may see. */
  similar(id: string, caller: Caller): Promise<SimilarDecision[]>;
}
