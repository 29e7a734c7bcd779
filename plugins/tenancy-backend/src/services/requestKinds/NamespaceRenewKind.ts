import { ConflictError, InputError } from '@backstage/errors';
import { inEnglishOnly } from '@caas/contract';
import type {
  Bilingual,
  Evidence,
  Execution,
} from '@caas/plugin-approvals-common';
import type { RequestKindProvider } from '@caas/plugin-approvals-node';
import { endOfLease, lastDayOf } from '@caas/plugin-tenancy-common';
import { executionAt, executionDone } from '../../domain/execution';
import { inBothLanguages } from '../../domain/inBothLanguages';
import type { Lease } from '../../domain/lease';
import { leaseItems } from '../../domain/leaseEvidence';
import {
  assertLeaseDate,
  parseRenewal,
  readFrozenRenewal,
} from '../../domain/leaseRequest';
import type { NamespaceRecord } from '../../domain/namespace';
import type { RequestKindParts } from './RequestKindParts';
import { orRefused, type StoredSubject, type Subject } from './subjects';

type Options = Pick<
  RequestKindParts,
  'checks' | 'leases' | 'clock' | 'onChange'
>;

/**
 * The request kind `namespace.renew`: a namespace stays longer, and runs again if it was stopped.
 *
 * It takes nothing of a quota: what the namespace holds it has held all the while.
 */
export class NamespaceRenewKind implements RequestKindProvider {
  static create(options: Options): NamespaceRenewKind {
    return new NamespaceRenewKind(options);
  }

  private constructor(private readonly options: Options) {}

  async validate({ tenant, requester, payload }: Subject) {
    const { checks, clock } = this.options;
    const { namespace: id, leaseUntil } = parseRenewal(payload);
    await checks.assertMayAsk(tenant, requester);
    const { namespace, lease } = await this.find(tenant, id);
    assertLeaseDate(leaseUntil, clock.now());
    const from = lastDayOf(lease.until);
    if (endOfLease(leaseUntil) <= lease.until) {
      throw inBothLanguages(InputError, {
        'zh-CN': `leaseUntil: 命名空间“${namespace.name}”的租期已到 ${from}。请选择更晚的日期`,
        en: `leaseUntil: namespace '${namespace.name}' may stay until ${from} already. Choose a later day`,
      });
    }
    const { name, cluster, environment } = namespace;
    return {
      payload: { namespace: id, leaseUntil, name, cluster, environment, from },
      environment,
      title: {
        'zh-CN': `将 ${cluster} 上的命名空间 ${name} 续期至 ${leaseUntil}`,
        en: `Renew namespace ${name} on ${cluster} until ${leaseUntil}`,
      },
    };
  }

  async evidence({ tenant, payload }: Subject): Promise<Evidence> {
    const { namespace: id, leaseUntil } = parseRenewal(payload);
    const { lease } = await this.find(tenant, id);
    return { items: leaseItems(lease, leaseUntil), objects: [] };
  }

  async reserve(): Promise<void> {
    // Nothing is counted.
  }

  async release(): Promise<void> {
    // Nothing was.
  }

  async execute(subject: StoredSubject): Promise<Execution> {
    return orRefused('renew', () => this.carryOut(subject));
  }

  async cancel({ payload, requestId }: StoredSubject): Promise<void> {
    const { leases, clock } = this.options;
    const { namespace: namespaceId } = readFrozenRenewal(payload);
    await leases.cancelRenewal({ requestId, namespaceId }, clock.now());
  }

  private async carryOut(subject: StoredSubject): Promise<Execution> {
    const { leases, clock, onChange } = this.options;
    const { tenant, requestId, payload } = subject;
    const { namespace, leaseUntil } = readFrozenRenewal(payload);
    const isNew = !(await leases.findRenewal(requestId));
    const { step } = await leases.renew(
      { requestId, namespaceId: namespace, until: endOfLease(leaseUntil) },
      clock.now(),
    );
    if (isNew) onChange(tenant);
    const lease = await leases.find(namespace);
    // A later renewal, or the end of this one, is no matter of this request.
    return lease?.step === step && lease.stage === 'starting'
      ? executionAt('renew', 'start', whyNotStarted(lease))
      : executionDone('renew');
  }

  private async find(
    tenant: string,
    id: string,
  ): Promise<{ namespace: NamespaceRecord; lease: Lease }> {
    const { checks, leases } = this.options;
    const namespace = await checks.getNamespace(tenant, id);
    const lease = await leases.find(id);
    if (lease) return { namespace, lease };
    throw inBothLanguages(ConflictError, {
      'zh-CN': `namespace: “${namespace.name}”没有租期，会一直保留到有人删除`,
      en: `namespace: '${namespace.name}' has no lease: it stays until somebody deletes it`,
    });
  }
}

/** What went wrong the last time; it is tried again until everything runs. */
function whyNotStarted({ lastError }: Lease): Bilingual | undefined {
  if (lastError === undefined) return undefined;
  const { en } = inEnglishOnly(lastError);
  return { ...inEnglishOnly(`恢复没有完成，正在重试：${en}`), en };
}
