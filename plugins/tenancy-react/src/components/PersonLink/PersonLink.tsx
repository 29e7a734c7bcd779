import {
  EntityDisplayName,
  EntityRefLink,
} from '@backstage/plugin-catalog-react';

/** What the catalog has names for: people and groups. Plugins and the system act too, and have none. */
const CATALOG_REF = /^(user|group):[^/:\s]+\/[^/:\s]+$/i;

/** @public */
export type PersonProps = {
  /** Entity ref of a user or a group, or another principal such as `plugin:approvals`. */
  person: string;
};

/**
 * A person by the name that the catalog has for them.
 *
 * @public
 */
export function PersonName({ person }: PersonProps) {
  if (!CATALOG_REF.test(person)) return <>{person}</>;
  return <EntityDisplayName entityRef={person} hideIcon />;
}

/**
 * A person by the name that the catalog has for them, as a link to their page. Inside rows that are links themselves
 * use {@link PersonName}.
 *
 * @public
 */
export function PersonLink({ person }: PersonProps) {
  if (!CATALOG_REF.test(person)) return <>{person}</>;
  return <EntityRefLink entityRef={person} hideIcon />;
}
