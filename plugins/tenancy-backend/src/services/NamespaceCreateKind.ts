import type { Evidence, Execution } from '@caas/plugin-approvals-common';
import type { LedgerStore } from '../database/LedgerStore';
import type { NamespaceStore } from '../database/NamespaceStore';
import type { Clock } from '../domain/Clock';
import { namespaceEvidence } from '../domain/evidence';
import { executionOf, executionRefused } from '../domain/execution';
import { namespaceManifests } from '../domain/manifests/namespaceManifests';
import type { NamespaceRecord } from '../domain/namespace';
import {
  parseNamespaceRequest,
  type NamespaceRequest,
} from '../domain/namespaceRequest';
import {
  describeResources,
  describeResourcesInChinese,
  type QuotaKey,
  type Reservation,
} from '../domain/quota';
import type { NamespaceRequestChecks } from './NamespaceRequestChecks';

/** A request as the desk sends it. */
type Subject = {
  tenant: string;
  requester: string;
  payload: unknown;
  purpose?: string;
  requestId?: string;
};
type StoredSubject = Subject & { requestId: string };

type Options = {
  checks: NamespaceRequestChecks;
  ledger: LedgerStore;
  namespaces: NamespaceStore;
  clock: Clock;
  /** Says that a tenant's figures changed, and wakes the reconciler. Called after the commit. */
  onChange: (tenant: string) => void;
};

/**
 * The request kind `namespace.create`.
 *
 * `reserve`, `release` and `execute` are idempotent by request id, and may arrive in any order: the desk repeats them
 * until it has heard an answer.
 */
export class NamespaceCreateKind {
  static create(options: Options): NamespaceCreateKind {
    return new NamespaceCreateKind(options);
  }

  private constructor(private readonly options: Options) {}

  async validate(subject: Subject) {
    const { checks } = this.options;
    const { tenant, requester, requestId } = subject;
    const request = parseNamespaceRequest(tenant, subject.payload);
    const key = quotaKeyOf(tenant, request);
    await checks.assertMayAsk(tenant, requester);
    await checks.assertClusterTakes(key);
    await checks.assertWithinCap(key, request);
    await checks.assertNameIsFree(key, request.name, requestId);
    const { payload, name, resources } = request;
    return {
      payload,
      environment: payload.environment,
      title: {
        'zh-CN': `在 ${payload.cluster} 创建命名空间 ${name}（${describeResourcesInChinese(resources)}）`,
        en: `Create namespace ${name} on ${payload.cluster} (${describeResources(resources)})`,
      },
    };
  }

  async evidence(subject: Subject): Promise<Evidence> {
    const { checks, ledger, namespaces } = this.options;
    const { tenant, requestId } = subject;
    const request = parseNamespaceRequest(tenant, subject.payload);
    const key = quotaKeyOf(tenant, request);
    const pending = await ledger.listReservations(key);
    return {
      items: namespaceEvidence({
        quota: await checks.getQuota(key),
        asked: request.resources,
        pending: pending.filter(other => other.requestId !== requestId),
        existing: await namespaces.listInQuota(key),
      }),
      objects: namespaceManifests({
        tenant,
        name: request.name,
        environment: key.environment,
        resources: request.resources,
      }) as Evidence['objects'],
    };
  }

  async reserve(subject: StoredSubject): Promise<void> {
    const { ledger, clock, onChange } = this.options;
    await ledger.reserve(reservationOf(subject), clock.now());
    onChange(subject.tenant);
  }

  async release(subject: StoredSubject): Promise<void> {
    const { ledger, clock, onChange } = this.options;
    await ledger.settle(reservationOf(subject), clock.now());
    onChange(subject.tenant);
  }

  /** Records what is wanted, or answers how far it is. Asked again after it has answered `failed`, it begins anew. */
  async execute(subject: StoredSubject): Promise<Execution> {
    const { namespaces } = this.options;
    const { requestId } = subject;
    const namespace = await namespaces.findByRequest(requestId);
    if (!namespace) return this.allocate(subject);
    if (namespace.state !== 'failed') return executionOf(namespace);
    if (await namespaces.tellFailure(namespace.id)) {
      return executionOf(namespace);
    }
    await namespaces.restart(namespace.id, this.options.clock.now());
    this.options.onChange(namespace.tenant);
    return executionOf((await namespaces.findByRequest(requestId))!);
  }

  private async allocate(subject: StoredSubject): Promise<Execution> {
    const { ledger, clock, onChange } = this.options;
    const { tenant, requester, requestId, purpose = '' } = subject;
    const request = parseNamespaceRequest(tenant, subject.payload);
    const { name, resources } = request;
    let namespace: NamespaceRecord;
    try {
      namespace = await ledger.allocate(
        {
          ...quotaKeyOf(tenant, request),
          name,
          resources,
          purpose,
          requestId,
          requester,
        },
        clock.now(),
      );
    } catch (error) {
      if ((error as Error).name !== 'ConflictError') throw error;
      return executionRefused((error as Error).message);
    }
    onChange(tenant);
    return executionOf(namespace);
  }
}

function quotaKeyOf(
  tenant: string,
  { payload: { cluster, environment } }: NamespaceRequest,
): QuotaKey {
  return { tenant, cluster, environment };
}

function reservationOf({
  tenant,
  payload,
  requestId,
}: StoredSubject): Reservation {
  const request = parseNamespaceRequest(tenant, payload);
  const { name, resources } = request;
  return { ...quotaKeyOf(tenant, request), requestId, name, resources };
}
