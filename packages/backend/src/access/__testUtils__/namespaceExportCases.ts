import type { Case, Target, World } from './caseParts';

/** The id of a namespace is in that of its apply set. */
const namespaceOf = (target: Target, { applySets }: World) => ({
  namespace:
    target === 'unknown'
      ? 'there-is-none'
      : applySets[target].id.replace('tenancy.namespace.', ''),
});

/** What was kept of namespaces: of these nothing yet, so that whoever may download it is told so. */
export const NAMESPACE_EXPORT_CASES: {
  'tenancy.namespaceExports.list': Case<'tenancy.namespaceExports.list'>;
  'tenancy.namespaceExports.get': Case<'tenancy.namespaceExports.get'>;
} = {
  'tenancy.namespaceExports.list': { about: 'row', input: namespaceOf },
  'tenancy.namespaceExports.get': {
    about: 'row',
    input: (target, world) => ({
      ...namespaceOf(target, world),
      id: 'there-is-none',
    }),
    status: 404,
  },
};
