import { ConflictError, InputError } from '@backstage/errors';
import type { Evidence, Execution } from '@caas/plugin-approvals-common';
import type { RequestKindProvider } from '@caas/plugin-approvals-node';
import { dimensionsBeyond, NO_RESOURCES } from '@caas/plugin-tenancy-common';
import { isSame } from '../../domain/changes';
import { describeSize } from '../../domain/describe';
import { executionDone } from '../../domain/execution';
import { inBothLanguages } from '../../domain/inBothLanguages';
import {
  freezeQuota,
  parseQuotaRequest,
  readFrozenQuota,
} from '../../domain/quotaRequest';
import { belowAllocatedSentence } from '../../domain/quotaSentences';
import type { RequestKindParts } from './RequestKindParts';
import { orRefused, type StoredSubject, type Subject } from './subjects';

type Options = Pick<
  RequestKindParts,
  'checks' | 'evidence' | 'ledger' | 'clock' | 'onChange'
>;

/** The request kind `tenant.quota`: what a tenant may hold on a cluster in an environment. */
export class TenantQuotaKind implements RequestKindProvider {
  static create(options: Options): TenantQuotaKind {
    return new TenantQuotaKind(options);
  }

  private constructor(private readonly options: Options) {}

  async validate({ tenant, requester, payload }: Subject) {
    const { checks, ledger } = this.options;
    const { key, to } = parseQuotaRequest(tenant, payload);
    await checks.assertMayAsk(tenant, requester);
    await checks.assertClusterTakes(key);
    const quota = await ledger.find(key);
    if (isSame(quota?.hard ?? NO_RESOURCES, to)) {
      throw inBothLanguages(InputError, {
        'zh-CN': `cpu: 租户“${tenant}”在 ${key.cluster} ${key.environment} 的配额已经是这个数。请修改用量`,
        en: `cpu: the quota of tenant '${tenant}' on cluster '${key.cluster}' in '${key.environment}' is this already. Ask for another one`,
      });
    }
    if (quota && dimensionsBeyond(quota.allocated, to).length > 0) {
      throw inBothLanguages(
        ConflictError,
        belowAllocatedSentence(tenant, to, quota),
      );
    }
    const after = describeSize(to);
    const before = quota && describeSize(quota.hard);
    const { cluster, environment } = key;
    return {
      payload: freezeQuota(key, quota?.hard, to),
      environment,
      title: before
        ? {
            'zh-CN': `调整租户 ${tenant} 在 ${cluster} ${environment} 的配额（${before['zh-CN']} → ${after['zh-CN']}）`,
            en: `Change the quota of tenant ${tenant} on ${cluster} in ${environment} (${before.en} → ${after.en})`,
          }
        : {
            'zh-CN': `为租户 ${tenant} 在 ${cluster} ${environment} 新增配额（${after['zh-CN']}）`,
            en: `Give tenant ${tenant} a quota on ${cluster} in ${environment} (${after.en})`,
          },
    };
  }

  async evidence({ tenant, payload }: Subject): Promise<Evidence> {
    const { key, to } = parseQuotaRequest(tenant, payload);
    return {
      items: await this.options.evidence.ofQuota({ key, to }),
      objects: [],
    };
  }

  /** A pending quota takes nothing from any pool. */
  async reserve(_: StoredSubject): Promise<void> {}

  async release(_: StoredSubject): Promise<void> {}

  async execute(subject: StoredSubject): Promise<Execution> {
    const { ledger, clock, onChange } = this.options;
    const { tenant, requestId } = subject;
    return orRefused('quota', async () => {
      const { key, from, to } = readFrozenQuota(tenant, subject.payload);
      await ledger.changeQuota(key, { requestId, from, to }, clock.now());
      onChange(tenant);
      return executionDone('quota');
    });
  }

  async cancel({ tenant, payload, requestId }: StoredSubject): Promise<void> {
    const { ledger, clock } = this.options;
    const { key } = readFrozenQuota(tenant, payload);
    await ledger.cancelQuotaChange(key, requestId, clock.now());
  }
}
