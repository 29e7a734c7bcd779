import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Evidence,
  RequestDetail,
  RequestPayload,
} from '@caas/plugin-approvals-common';
import type { Namespace } from '@caas/plugin-tenancy-common';

/** What somebody asks for. */
export type Ask = {
  kind: string;
  tenant: string;
  payload: RequestPayload;
};

/** What the portal does for one person, and refuses them. */
export interface PersonalPortal {
  preview(ask: Ask): Promise<Evidence>;
  /** A repeated submit with the same key answers the request that there is. */
  submit(
    ask: Ask & { purpose: string; idempotencyKey?: string },
  ): Promise<RequestDetail>;
  getRequest(id: string): Promise<RequestDetail>;
  listNamespaces(page: {
    tenant?: string;
    limit: number;
    offset: number;
  }): Promise<{ items: Namespace[]; totalCount: number }>;
}

/** The domains of the portal, as whoever runs an action meets them. */
export interface Portal {
  as(credentials: BackstageCredentials): PersonalPortal;
  /** Address of the page of a request. */
  linkOf(requestId: string): string;
}
