import { ConflictError } from '@backstage/errors';
import type { Evidence, Execution } from '@caas/plugin-approvals-common';
import type { RequestKindProvider } from '@caas/plugin-approvals-node';
import { executionOf, executionRefused } from '../../domain/execution';
import { inBothLanguages } from '../../domain/inBothLanguages';
import { assertLease, leaseEndOf } from '../../domain/leaseRequest';
import { namespaceManifests } from '../../domain/manifests/namespaceManifests';
import { isGone, type NamespaceRecord } from '../../domain/namespace';
import {
  parseNamespaceRequest,
  type NamespaceRequest,
} from '../../domain/namespaceRequest';
import { describeSize } from '../../domain/describe';
import type { QuotaKey, Reservation } from '../../domain/quota';
import type { RequestKindParts } from './RequestKindParts';
import { orRefused, type StoredSubject, type Subject } from './subjects';

type Options = Pick<
  RequestKindParts,
  'checks' | 'evidence' | 'ledger' | 'namespaces' | 'clock' | 'onChange'
>;

/**
 * The request kind `namespace.create`.
 *
 * `reserve`, `release` and `execute` are idempotent by request id, and may arrive in any order: the desk repeats them
 * until it has heard an answer.
 */
export class NamespaceCreateKind implements RequestKindProvider {
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
    assertLease(request.payload, this.options.clock.now());
    await checks.assertClusterTakes(key);
    await checks.assertPartitionExists(key.cluster, request.payload.partition);
    await checks.assertWithinCap(key, request);
    await checks.assertNameIsFree(key, request.name, requestId);
    const { payload, name, resources } = request;
    const size = describeSize(resources);
    return {
      payload,
      environment: payload.environment,
      title: {
        'zh-CN': `在 ${payload.cluster} 创建命名空间 ${name}（${size['zh-CN']}）`,
        en: `Create namespace ${name} on ${payload.cluster} (${size.en})`,
      },
    };
  }

  async evidence(subject: Subject): Promise<Evidence> {
    const { tenant, requestId } = subject;
    const request = parseNamespaceRequest(tenant, subject.payload);
    const { name, resources, payload } = request;
    const { partition } = payload;
    const key = quotaKeyOf(tenant, request);
    return {
      items: await this.options.evidence.ofCreate({
        key,
        partition,
        resources,
        requestId,
      }),
      objects: namespaceManifests({
        tenant,
        name,
        environment: key.environment,
        partition,
        resources,
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
    if (!namespace) {
      return orRefused('create', () => this.allocate(subject));
    }
    if (isGone(namespace.life) && namespace.readyGeneration === 0) {
      return executionRefused('create', {
        'zh-CN': `命名空间“${namespace.name}”在创建完成之前已被归还，不再执行任何操作。请提交新的申请`,
        en: `Namespace '${namespace.name}' was given back before it stood: nothing is done any more. Submit a new request`,
      });
    }
    if (namespace.state !== 'failed') return progressOf(namespace);
    if (await namespaces.tellFailure(namespace.id)) {
      return progressOf(namespace);
    }
    await namespaces.restart(namespace.id, this.options.clock.now());
    this.options.onChange(namespace.tenant);
    return progressOf((await namespaces.findByRequest(requestId))!);
  }

  /** Gives back what was allocated: the share is free again when nothing is left on the cluster. */
  async cancel(subject: StoredSubject): Promise<void> {
    const { ledger, clock, onChange } = this.options;
    const { tenant, requestId } = subject;
    const request = parseNamespaceRequest(tenant, subject.payload);
    const now = clock.now();
    const id = await ledger.cancelCreation(
      quotaKeyOf(tenant, request),
      requestId,
      now,
    );
    if (id !== undefined) await this.giveBack(id, requestId, now);
    await ledger.settle(reservationOf(subject), now);
    onChange(tenant);
  }

  private async giveBack(id: string, requestId: string, now: Date) {
    const { namespaces } = this.options;
    const namespace = await namespaces.find(id);
    if (!namespace || namespace.deleteRequestId === requestId) return;
    if (namespace.readyGeneration > 0) {
      throw inBothLanguages(ConflictError, {
        'zh-CN': `命名空间“${namespace.name}”已经创建，可能正在使用。请改为申请删除它`,
        en: `Namespace '${namespace.name}' stands already, and may be in use. Apply for its deletion instead`,
      });
    }
    await namespaces.beginDeletion({ requestId, namespaceId: id }, now);
  }

  private async allocate(subject: StoredSubject): Promise<Execution> {
    const { checks, ledger, clock, onChange } = this.options;
    const { tenant, requester, requestId, purpose = '' } = subject;
    const request = parseNamespaceRequest(tenant, subject.payload);
    const key = quotaKeyOf(tenant, request);
    const { name, resources, payload } = request;
    // Somebody may have made it on the cluster while the request was being decided.
    await checks.assertNotOnCluster(key, name);
    const namespace = await ledger.allocate(
      {
        ...key,
        partition: payload.partition,
        leaseUntil: leaseEndOf(payload, clock.now()),
        name,
        resources,
        purpose,
        requestId,
        requester,
      },
      clock.now(),
    );
    onChange(tenant);
    return progressOf(namespace);
  }
}

/** Created is what has stood once: what happens to it later is no matter of this request. */
function progressOf(namespace: NamespaceRecord): Execution {
  return executionOf('create', namespace, 1);
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
