import type { Entity } from '@backstage/catalog-model';
import type { ContractClient } from '@caas/contract';
import type { TenancyContract } from '@caas/plugin-tenancy-common';
import { clusterEntity } from './clusterEntity';
import { groupEntities } from './groupEntities';
import { namespaceEntity } from './namespaceEntity';

type Projection = Awaited<
  ReturnType<ContractClient<TenancyContract>['projection']['get']>
>;

/** What the catalog shows of each tenant, by its code. A deleted namespace, and a tenant that is closed, have left. */
export function entitiesOfTenants({
  tenants,
  namespaces,
}: Projection): Map<string, Entity[]> {
  return new Map(
    tenants.map(tenant => [
      tenant.code,
      [
        ...(tenant.state === 'closed' ? [] : groupEntities(tenant)),
        ...namespaces
          .filter(
            namespace =>
              namespace.tenant === tenant.code && namespace.state !== 'deleted',
          )
          .map(namespace => namespaceEntity(namespace, tenant)),
      ],
    ]),
  );
}

/** The clusters on which tenants have something. */
export function clusterEntities(
  { namespaces }: Projection,
  owner: string,
): Entity[] {
  const clusters = new Set(namespaces.map(({ cluster }) => cluster));
  return [...clusters].sort().map(cluster => clusterEntity(cluster, owner));
}
