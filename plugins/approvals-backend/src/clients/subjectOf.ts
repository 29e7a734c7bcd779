import type { StoredRequestKindSubject } from '@caas/plugin-approvals-node';
import type { RequestFile } from '../domain/request';

/** A stored request as its owner is asked about it. */
export function subjectOf({
  request,
  revision,
}: RequestFile): StoredRequestKindSubject {
  return {
    requestId: request.id,
    kind: request.kind,
    tenant: request.tenant,
    requester: request.requester,
    payload: revision.payload,
    payloadHash: revision.payloadHash,
    purpose: revision.purpose,
  };
}
