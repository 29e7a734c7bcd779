import { InputError, NotFoundError } from '@backstage/errors';
import { namespaceNameOf, type Namespace } from '@caas/plugin-tenancy-common';
import type { PersonalPortal } from './Portal';

/** A namespace by its id, or by where it is and what it is called. */
export type NamespaceQuery = {
  id?: string;
  tenant?: string;
  cluster?: string;
  environment?: string;
  /** On the cluster, such as `life-pay-dev`, or without tenant and environment: `pay`. */
  name?: string;
};

const PAGE = 100;

const isGone = ({ state }: { state: string }) => state === 'deleted';

const wordsOf = ({ id, tenant, cluster, environment, name }: NamespaceQuery) =>
  id
    ? `with the id '${id}'`
    : `'${name}' of the tenant '${tenant}' on the cluster '${cluster}' for '${environment}'`;

/**
 * The namespace that the query names, among those that the person may see.
 *
 * @throws NotFoundError in the same words for one that is not there and one that belongs to others.
 */
export async function findNamespace(
  portal: Pick<PersonalPortal, 'listNamespaces'>,
  query: NamespaceQuery,
): Promise<Namespace> {
  const matches = matcherOf(query);
  let found: Namespace | undefined;
  for (let offset = 0; ; offset += PAGE) {
    const { items, totalCount } = await portal.listNamespaces({
      tenant: query.tenant,
      limit: PAGE,
      offset,
    });
    // One that was deleted keeps its row as history, and gives its name away.
    found =
      items.find(one => matches(one) && !isGone(one)) ??
      found ??
      items.find(matches);
    if (found && !isGone(found)) return found;
    if (items.length === 0 || offset + PAGE >= totalCount) break;
  }
  if (found && query.id) return found;
  throw new NotFoundError(
    `There is no namespace ${wordsOf(query)} that you may see. Look for it on the page of its tenant`,
  );
}

function matcherOf(query: NamespaceQuery): (one: Namespace) => boolean {
  const { id, tenant, cluster, environment, name } = query;
  if (id) return one => one.id === id;
  if (!tenant || !cluster || !environment || !name) {
    throw new InputError(
      "Name the namespace by its 'id', or by 'tenant', 'cluster', 'environment' and 'name' together",
    );
  }
  const names = [name, namespaceNameOf(tenant, { name, environment })];
  return one =>
    one.tenant === tenant &&
    one.cluster === cluster &&
    one.environment === environment &&
    names.includes(one.name);
}
