import type { ObjectKey } from './applySet';

/** Earlier kinds must stand before later ones can. What is not here comes last. */
const ORDER = [
  'Namespace',
  'ResourceQuota',
  'LimitRange',
  'NetworkPolicy',
  'ServiceAccount',
  'Role',
  'RoleBinding',
  'ConfigMap',
  'Secret',
];

const rank = ({ kind }: ObjectKey) => {
  const index = ORDER.indexOf(kind);
  return index < 0 ? ORDER.length : index;
};

/** The order in which objects are applied. */
export function byApplyOrder(a: ObjectKey, b: ObjectKey): number {
  return rank(a) - rank(b);
}

/** The order in which objects are deleted: dependants first. */
export function byDeleteOrder(a: ObjectKey, b: ObjectKey): number {
  return rank(b) - rank(a);
}
