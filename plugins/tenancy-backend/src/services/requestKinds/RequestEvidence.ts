import type { EvidenceItem } from '@caas/plugin-approvals-common';
import type { ClusterDetail } from '@caas/plugin-clusters-common';
import {
  NO_RESOURCES,
  subtractResources,
  type Resources,
} from '@caas/plugin-tenancy-common';
import type { ClustersClient } from '../../clients/ClustersClient';
import type { LedgerStore } from '../../database/LedgerStore';
import type { NamespaceStore } from '../../database/NamespaceStore';
import {
  changeItems,
  checkItem,
  poolItems,
  quotaItems,
} from '../../domain/evidence';
import type { NamespaceRecord } from '../../domain/namespace';
import { costItem, type Pricing } from '../../domain/pricing';
import type { QuotaKey } from '../../domain/quota';
import { capacityItem, useItems } from '../../domain/useEvidence';
import type { UseOfTenants } from '../UseOfTenants';
import type { NamespaceRequestChecks } from './NamespaceRequestChecks';

type Options = {
  checks: NamespaceRequestChecks;
  ledger: LedgerStore;
  namespaces: NamespaceStore;
  clusters: Pick<ClustersClient, 'getCluster'>;
  use: UseOfTenants;
  pricing?: Pricing;
};

/** Gathers what speaks for and against a request. What clusters does not tell is said to be unknown: nothing waits for it. */
export class RequestEvidence {
  static create(options: Options): RequestEvidence {
    return new RequestEvidence(options);
  }

  private constructor(private readonly options: Options) {}

  async ofCreate(request: {
    key: QuotaKey;
    partition?: string;
    resources: Resources;
    requestId?: string;
  }): Promise<EvidenceItem[]> {
    const { key, partition, resources } = request;
    const [pool, use, cluster] = await Promise.all([
      this.readPool(key, request.requestId),
      this.useOfPool(key),
      this.findCluster(key.cluster),
    ]);
    return [
      ...poolItems({ ...pool, asked: resources }),
      ...useItems('pool', use),
      capacityItem(cluster, partition),
      ...this.costItems({ to: resources }),
      checkItem('create'),
    ];
  }

  async ofResize(request: {
    namespace: NamespaceRecord;
    to: Resources;
    requestId?: string;
  }): Promise<EvidenceItem[]> {
    const { namespace, to } = request;
    const { cluster, name, resources: from } = namespace;
    const [pool, use] = await Promise.all([
      this.readPool(namespace, request.requestId),
      this.options.use.ofNamespace(cluster, name),
    ]);
    return [
      ...changeItems(from, to),
      ...poolItems({ ...pool, asked: subtractResources(to, from) }),
      ...useItems('namespace', use, to),
      ...this.costItems({ from, to }),
      checkItem('resize'),
    ];
  }

  async ofQuota({
    key,
    to,
  }: {
    key: QuotaKey;
    to: Resources;
  }): Promise<EvidenceItem[]> {
    const { ledger, namespaces } = this.options;
    const [quota, existing, use, cluster, others] = await Promise.all([
      ledger.find(key),
      namespaces.listInQuota(key),
      this.useOfPool(key),
      this.findCluster(key.cluster),
      ledger.listOnCluster(key.cluster),
    ]);
    const from = quota?.hard ?? NO_RESOURCES;
    return [
      ...changeItems(from, to),
      ...quotaItems({ key, quota, to, existing, others }),
      ...useItems('pool', use, to),
      capacityItem(cluster),
      ...this.costItems({ from, to }),
      checkItem('quota'),
    ];
  }

  private async readPool(key: QuotaKey, requestId: string | undefined) {
    const { checks, ledger, namespaces } = this.options;
    const [quota, pending, existing] = await Promise.all([
      checks.getQuota(key),
      ledger.listReservations(key),
      namespaces.listInQuota(key),
    ]);
    return {
      quota,
      pending: pending.filter(other => other.requestId !== requestId),
      existing,
    };
  }

  private async useOfPool(key: QuotaKey) {
    return (await this.options.use.ofTenant(key.tenant))?.(key);
  }

  private findCluster(cluster: string): Promise<ClusterDetail | undefined> {
    return this.options.clusters.getCluster(cluster).catch(() => undefined);
  }

  private costItems(amounts: { from?: Resources; to: Resources }) {
    const { pricing } = this.options;
    return pricing ? [costItem(pricing, amounts)] : [];
  }
}
