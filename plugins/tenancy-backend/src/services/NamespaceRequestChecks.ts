import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { Quota, TenantRole } from '@caas/plugin-tenancy-common';
import type { ClustersClient } from '../clients/ClustersClient';
import type { LedgerStore } from '../database/LedgerStore';
import type { NamespaceStore } from '../database/NamespaceStore';
import type { TenantStore } from '../database/TenantStore';
import type { NamespaceRequest } from '../domain/namespaceRequest';
import { fits, type QuotaKey } from '../domain/quota';
import { aboveCapSentence } from '../domain/quotaSentences';

const ROLES_THAT_ASK: TenantRole[] = ['tenant-admin', 'developer', 'operator'];

type Options = {
  tenants: TenantStore;
  ledger: LedgerStore;
  namespaces: NamespaceStore;
  clusters: ClustersClient;
};

/** The questions that a `namespace.create` request must answer before anybody is asked to decide it. */
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
    const roles = await this.options.tenants.listRolesOf(requester);
    const mayAsk = roles.some(
      entry => entry.code === code && ROLES_THAT_ASK.includes(entry.role),
    );
    if (!mayAsk) {
      throw new NotFoundError(
        `There is no tenant '${code}' for which you may apply. Choose a tenant in which you are a tenant administrator, developer or operator`,
      );
    }
    const tenant = await this.options.tenants.find(code);
    if (tenant?.state === 'suspended') {
      throw new ConflictError(
        `Tenant '${code}' is suspended: nothing can be applied for until a platform administrator resumes it`,
      );
    }
  }

  async assertClusterTakes({ cluster, environment }: QuotaKey): Promise<void> {
    const clusters = await this.options.clusters.listClusters();
    const found = clusters.find(({ name }) => name === cluster);
    if (!found) {
      throw new InputError(
        `cluster: there is no cluster '${cluster}'. Choose one of ${clusters.map(({ name }) => name).join(', ')}`,
      );
    }
    if (!found.environments.includes(environment)) {
      throw new InputError(
        `environment: cluster '${cluster}' takes ${found.environments.join(', ')}, not '${environment}'. Choose another environment or another cluster`,
      );
    }
  }

  /** The quota may be exhausted now and have room again when the request is decided; it must be large enough. */
  async assertWithinCap(
    key: QuotaKey,
    { resources }: NamespaceRequest,
  ): Promise<Quota> {
    const quota = await this.getQuota(key);
    if (!fits(resources, quota.hard)) {
      throw new InputError(aboveCapSentence(key.tenant, resources, quota));
    }
    return quota;
  }

  async getQuota(key: QuotaKey): Promise<Quota> {
    const quota = await this.options.ledger.find(key);
    if (quota) return quota;
    const pools = await this.options.ledger.list(key.tenant);
    const known = pools
      .map(({ cluster, environment }) => `${cluster}/${environment}`)
      .join(', ');
    throw new InputError(
      `environment: tenant '${key.tenant}' has no quota on cluster '${key.cluster}' in '${key.environment}'. ${known ? `It has ${known}; choose one of them, or ask` : 'Ask'} a platform administrator for a quota`,
    );
  }

  /** A name is taken when it stands in our books, on the cluster, or in another pending request. */
  async assertNameIsFree(
    { cluster }: QuotaKey,
    name: string,
    requestId: string | undefined,
  ): Promise<void> {
    const { ledger, namespaces, clusters } = this.options;
    const held = await namespaces.findByName(cluster, name);
    if (held && held.requestId === requestId) return;
    if (held || (await clusters.hasNamespace(cluster, name))) {
      throw new ConflictError(
        `name: there already is a namespace '${name}' on cluster '${cluster}'. Choose another name`,
      );
    }
    const pending = await ledger.listReservationsNamed(cluster, name);
    if (pending.some(other => other.requestId !== requestId)) {
      throw new ConflictError(
        `name: another pending request already asks for a namespace '${name}' on cluster '${cluster}'. Choose another name, or wait until it is decided`,
      );
    }
  }
}
