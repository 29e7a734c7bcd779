import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  dimensionsBeyond,
  mapResources,
  type Quota,
  type Resources,
  type TenantRole,
} from '@caas/plugin-tenancy-common';
import { requestCreatePermission } from '@caas/plugin-approvals-common';
import type { ClustersClient } from '../../clients/ClustersClient';
import type { LedgerStore } from '../../database/LedgerStore';
import type { NamespaceStore } from '../../database/NamespaceStore';
import type { TenantStore } from '../../database/TenantStore';
import type { MembershipService } from '../MembershipService';
import { inBothLanguages } from '../../domain/inBothLanguages';
import type { NamespaceRequest } from '../../domain/namespaceRequest';
import { fits, type QuotaKey } from '../../domain/quota';
import {
  aboveCapSentence,
  belowUsedSentence,
} from '../../domain/quotaSentences';
import { heldOf } from '../../domain/namespaceUse';
import { isGone, type NamespaceRecord } from '../../domain/namespace';

const ROLES_THAT_ASK: TenantRole[] = ['tenant-admin', 'developer', 'operator'];

type Options = {
  tenants: TenantStore;
  ledger: LedgerStore;
  namespaces: NamespaceStore;
  clusters: ClustersClient;
  memberships: Pick<MembershipService, 'get'>;
};

/** The questions that a request must answer before anybody is asked to decide it. */
export class NamespaceRequestChecks {
  static create(options: Options): NamespaceRequestChecks {
    return new NamespaceRequestChecks(options);
  }

  private constructor(private readonly options: Options) {}

  /**
   * Unknown, foreign and closed tenants, and tenants in which the person may only look, get one and the same answer:
   * a form must not tell which tenants exist.
   */
  async assertMayAsk(code: string, requester: string): Promise<void> {
    const { tenants } = await this.options.memberships.get(requester);
    const mayAsk = tenants.some(
      ({ code: held, roles, permissions }) =>
        held === code &&
        (roles.some(role => ROLES_THAT_ASK.includes(role)) ||
          permissions.includes(requestCreatePermission.name)),
    );
    if (!mayAsk) {
      throw inBothLanguages(NotFoundError, {
        'zh-CN': `没有您可以为之申请的租户“${code}”。请选择您担任租户管理员、开发人员或运维人员的租户`,
        en: `There is no tenant '${code}' for which you may apply. Choose a tenant in which you are a tenant administrator, developer or operator`,
      });
    }
    const tenant = await this.options.tenants.find(code);
    if (tenant?.state === 'suspended') {
      throw inBothLanguages(ConflictError, {
        'zh-CN': `租户“${code}”已停用，在平台管理员恢复之前不能申请任何资源`,
        en: `Tenant '${code}' is suspended: nothing can be applied for until a platform administrator resumes it`,
      });
    }
  }

  async assertClusterTakes({ cluster, environment }: QuotaKey): Promise<void> {
    const clusters = await this.options.clusters.listClusters();
    const found = clusters.find(({ name }) => name === cluster);
    if (!found) {
      const names = clusters.map(({ name }) => name);
      throw inBothLanguages(InputError, {
        'zh-CN': `cluster: 没有集群“${cluster}”。请选择 ${names.join('、')}`,
        en: `cluster: there is no cluster '${cluster}'. Choose one of ${names.join(', ')}`,
      });
    }
    if (!found.environments.includes(environment)) {
      throw inBothLanguages(InputError, {
        'zh-CN': `environment: 集群“${cluster}”只接受环境 ${found.environments.join('、')}，不接受“${environment}”。请选择其他环境或其他集群`,
        en: `environment: cluster '${cluster}' takes ${found.environments.join(', ')}, not '${environment}'. Choose another environment or another cluster`,
      });
    }
  }

  /** A partition is a set of nodes that the cluster has; one without nodes would let no pod start. */
  async assertPartitionExists(
    cluster: string,
    partition: string | undefined,
  ): Promise<void> {
    if (partition === undefined) return;
    const { partitions } = await this.options.clusters.getCluster(cluster);
    const names = partitions.map(({ name }) => name).filter(Boolean);
    if (names.includes(partition)) return;
    throw inBothLanguages(InputError, {
      'zh-CN': `partition: 集群“${cluster}”没有分区“${partition}”。${names.length > 0 ? `请选择 ${names.join('、')}，或不选分区` : '请不选分区'}`,
      en: `partition: cluster '${cluster}' has no partition '${partition}'. ${names.length > 0 ? `Choose one of ${names.join(', ')}, or leave it out` : 'Leave it out'}`,
    });
  }

  /** A namespace that the tenant holds. Unknown and foreign ones get one answer. */
  async getNamespace(tenant: string, id: string): Promise<NamespaceRecord> {
    const [found] = await this.options.namespaces.listByIds([id]);
    if (found?.tenant === tenant && !isGone(found.life)) return found;
    throw inBothLanguages(NotFoundError, {
      'zh-CN': `namespace: 租户“${tenant}”没有命名空间“${id}”。请选择该租户的命名空间`,
      en: `namespace: tenant '${tenant}' has no namespace '${id}'. Choose one of its namespaces`,
    });
  }

  /** Two pending changes of one namespace would each be decided on figures that the other makes wrong. */
  async assertNoOtherChange(
    { cluster, name }: NamespaceRecord,
    requestId: string | undefined,
  ): Promise<void> {
    const pending = await this.options.ledger.listReservationsNamed(
      cluster,
      name,
    );
    if (pending.some(other => other.requestId !== requestId)) {
      throw inBothLanguages(ConflictError, {
        'zh-CN': `namespace: 已有另一个申请要变更集群 ${cluster} 上的“${name}”，正在审批。请等待审批结果，或撤回该申请`,
        en: `namespace: another pending request already asks to change '${name}' on cluster '${cluster}'. Wait until it is decided, or withdraw it`,
      });
    }
  }

  /** What shrinks must still hold what stands there. Growth asks nothing of the cluster, so it is not asked. */
  async assertHoldsWhatIsUsed(
    namespace: NamespaceRecord,
    wanted: Resources,
  ): Promise<void> {
    const { cluster, name, resources } = namespace;
    if (dimensionsBeyond(resources, wanted).length === 0) return;
    const view = await this.options.clusters.findNamespace(cluster, name);
    if (!view) return;
    const held = heldOf(view);
    // Where the namespace grows, it may use more than it has for a moment: that is no reason to refuse growth.
    const shrinking = mapResources(dimension =>
      wanted[dimension] < resources[dimension] ? held[dimension] : 0,
    );
    if (dimensionsBeyond(shrinking, wanted).length > 0) {
      throw inBothLanguages(
        ConflictError,
        belowUsedSentence(name, wanted, shrinking),
      );
    }
  }

  /** The quota may be exhausted now and have room again when the request is decided; it must be large enough. */
  async assertWithinCap(
    key: QuotaKey,
    { resources }: Pick<NamespaceRequest, 'resources'>,
  ): Promise<Quota> {
    const quota = await this.getQuota(key);
    if (!fits(resources, quota.hard)) {
      throw inBothLanguages(
        InputError,
        aboveCapSentence(key.tenant, resources, quota),
      );
    }
    return quota;
  }

  async getQuota(key: QuotaKey): Promise<Quota> {
    const quota = await this.options.ledger.find(key);
    if (quota) return quota;
    const pools = await this.options.ledger.list(key.tenant);
    const { tenant, cluster, environment } = key;
    const known = pools.map(pool => `${pool.cluster}/${pool.environment}`);
    throw inBothLanguages(InputError, {
      'zh-CN': `environment: 租户“${tenant}”在集群“${cluster}”的“${environment}”环境没有配额。${known.length > 0 ? `现有配额：${known.join('、')}，请从中选择，或` : '请'}向平台管理员申请配额`,
      en: `environment: tenant '${tenant}' has no quota on cluster '${cluster}' in '${environment}'. ${known.length > 0 ? `It has ${known.join(', ')}; choose one of them, or ask` : 'Ask'} a platform administrator for a quota`,
    });
  }

  async assertNotOnCluster({ cluster }: QuotaKey, name: string): Promise<void> {
    if (await this.options.clusters.hasNamespace(cluster, name)) {
      throw nameTaken(cluster, name);
    }
  }

  /** A name is taken when it stands in our books, on the cluster, or in another pending request. */
  async assertNameIsFree(
    key: QuotaKey,
    name: string,
    requestId: string | undefined,
  ): Promise<void> {
    const { ledger, namespaces } = this.options;
    const held = await namespaces.findByName(key.cluster, name);
    if (held && held.requestId === requestId) return;
    if (held) throw nameTaken(key.cluster, name);
    await this.assertNotOnCluster(key, name);
    const { cluster } = key;
    const pending = await ledger.listReservationsNamed(cluster, name);
    if (pending.some(other => other.requestId !== requestId)) {
      throw inBothLanguages(ConflictError, {
        'zh-CN': `name: 已有另一个申请要在集群 ${cluster} 创建命名空间“${name}”，正在审批。请换一个名称，或等待审批结果`,
        en: `name: another pending request already asks for a namespace '${name}' on cluster '${cluster}'. Choose another name, or wait until it is decided`,
      });
    }
  }
}

function nameTaken(cluster: string, name: string): ConflictError {
  return inBothLanguages(ConflictError, {
    'zh-CN': `name: 集群 ${cluster} 上已有命名空间“${name}”。请换一个名称`,
    en: `name: there already is a namespace '${name}' on cluster '${cluster}'. Choose another name`,
  });
}
