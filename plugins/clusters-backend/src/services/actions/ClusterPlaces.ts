import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import type { RowAccess } from '@caas/contract-node';
import type { ActionsOf } from '../../clients/actionsOfClusters';
import type { KubernetesActions } from '../../clients/KubernetesActions';
import type { ClusterRegistry } from '../../views/ClusterRegistry';

/** What somebody may do in a namespace, and how to find out whether they may even see it. */
export type Rights = {
  access: RowAccess;
  /** Asked only when the action is refused. */
  mayRead(): Promise<RowAccess>;
};

const PRODUCTION = 'prod';

/** Finds where people want to do something, and decides whether they may, on what the view has loaded. */
export class ClusterPlaces {
  constructor(
    private readonly registry: ClusterRegistry,
    private readonly actionsOf: ActionsOf,
  ) {}

  /** @throws NotFoundError when the portal does not know the cluster. */
  cluster(name: string): KubernetesActions {
    const actions = this.actionsOf(name);
    if (actions) return actions;
    throw withChinese(
      new NotFoundError(`There is no cluster '${name}'`),
      `没有集群“${name}”`,
    );
  }

  /**
   * @throws NotFoundError when there is no such namespace or the person may not see it, NotAllowedError when they may see
   * it and not do this.
   */
  async namespace(
    place: { cluster: string; namespace: string },
    rights: Rights,
  ): Promise<KubernetesActions> {
    const { cluster, namespace } = place;
    const seen = this.find(place);
    const actions = this.actionsOf(cluster);
    if (seen && actions && rights.access.allows({ tenant: seen.tenant })) {
      return actions;
    }
    if (seen && (await rights.mayRead()).allows({ tenant: seen.tenant })) {
      throw withChinese(
        new NotAllowedError(
          `You may see what runs in namespace '${namespace}', and not change it: ask an administrator of the tenant ${seen.tenant ? `'${seen.tenant}' ` : ''}for a role that may, or to do it for you.`,
        ),
        `您可以查看命名空间“${namespace}”中的内容，但不能更改。请联系租户${seen.tenant ? `“${seen.tenant}”` : ''}的租户管理员授予角色或代为操作`,
      );
    }
    throw withChinese(
      new NotFoundError(
        `There is no namespace '${namespace}' on cluster '${cluster}'`,
      ),
      `集群“${cluster}”上没有命名空间“${namespace}”`,
    );
  }

  /** @throws InputError when nobody says why something is done in production. */
  assertReason(
    place: { cluster: string; namespace?: string },
    reason: string | undefined,
  ): void {
    if (reason || !this.isProduction(place)) return;
    throw withChinese(
      new InputError(
        `This is production: say in 'reason' why you do it, for those who look at it later.`,
      ),
      '这是生产环境，请填写原因，供日后查看',
    );
  }

  /** A namespace is what its label says; a node is in production when something of production may run on its cluster. */
  private isProduction(place: { cluster: string; namespace?: string }) {
    const environments =
      this.registry.find(place.cluster)?.definition.environments ?? [];
    if (!place.namespace) return environments.includes(PRODUCTION);
    const { environment } =
      this.find({ ...place, namespace: place.namespace }) ?? {};
    return environment
      ? environment === PRODUCTION
      : environments.includes(PRODUCTION);
  }

  private find(place: { cluster: string; namespace: string }) {
    const { view } = this.registry.find(place.cluster) ?? {};
    return view?.namespaces.seen.find(place.namespace);
  }
}
