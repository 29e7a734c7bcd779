import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Evidence, RequestDetail } from '@caas/plugin-approvals-common';
import type { Namespace } from '@caas/plugin-tenancy-common';
import type { PersonalPortal, Portal } from '../services/Portal';
import { requestOf } from './requests';

type Submission = Parameters<PersonalPortal['submit']>[0];

const EVIDENCE: Evidence = {
  items: [
    {
      id: 'pool.cpu',
      label: { 'zh-CN': '资源池', en: 'Pool' },
      value: { 'zh-CN': '剩余 2 核', en: '2 cores left' },
      tone: 'warning',
    },
  ],
  objects: [
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'tenant', namespace: 'life-pay-dev' },
    },
  ],
};

/** A portal in memory, whose requests go on as a test says. */
export class FakePortal implements Portal {
  /** Whom it was asked as. */
  readonly people: string[] = [];
  readonly submitted: Submission[] = [];
  readonly previewed: unknown[] = [];
  /** What a request becomes at each look; an error is thrown. The last one stays. */
  course: Array<RequestDetail | Error> = [requestOf()];
  namespaces: Namespace[] = [];
  refusal?: Error;
  looks = 0;

  as(credentials: BackstageCredentials): PersonalPortal {
    const { userEntityRef } = credentials.principal as {
      userEntityRef?: string;
    };
    this.people.push(userEntityRef ?? 'nobody');
    return {
      preview: async ask => {
        if (this.refusal) throw this.refusal;
        this.previewed.push(ask);
        return EVIDENCE;
      },
      submit: async ask => {
        if (this.refusal) throw this.refusal;
        const isRepeated = this.submitted.some(
          ({ idempotencyKey }) => idempotencyKey === ask.idempotencyKey,
        );
        if (!isRepeated) this.submitted.push(ask);
        return requestOf();
      },
      getRequest: async () => {
        const found = this.course[Math.min(this.looks, this.course.length - 1)];
        this.looks += 1;
        if (found instanceof Error) throw found;
        return found;
      },
      listNamespaces: async ({ tenant, limit, offset }) => {
        const visible = this.namespaces.filter(
          one => !tenant || one.tenant === tenant,
        );
        return {
          items: visible.slice(offset, offset + limit),
          totalCount: visible.length,
        };
      },
    };
  }

  linkOf(requestId: string): string {
    return `https://portal.example/requests/${requestId}`;
  }
}

/** A refusal as a contract's client throws it. */
export function refusal(name: string, status: number, message: string): Error {
  return Object.assign(new Error(message), { name, status });
}
