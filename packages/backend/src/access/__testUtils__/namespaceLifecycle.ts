import { unknownOr, type Case, type Target, type World } from './caseParts';

const ownOf = (target: Target, { applySets, namespaces }: World) => ({
  cluster: 'nonprod',
  namespace: target === 'unknown' ? 'there-is-none' : namespaces[target],
  tenant: unknownOr(target),
  applySet: target === 'unknown' ? 'there-is-none' : applySets[target].id,
});
const stepOf = (target: Target, world: World) => ({
  ...ownOf(target, world),
  generation: 1,
  reason: 'access-test',
});
// Only the plugin that made a namespace has anything done to it: for any other there is none.
const OF_ITS_OWNER = { about: 'row', foreignService: 404 } as const;

/** What the owner of a namespace has done to it: nobody else, person or service. */
export const NAMESPACE_LIFECYCLE_CASES = {
  'clusters.namespaceLifecycle.look': { ...OF_ITS_OWNER, input: ownOf },
  'clusters.namespaceLifecycle.stop': { ...OF_ITS_OWNER, input: stepOf },
  'clusters.namespaceLifecycle.start': { ...OF_ITS_OWNER, input: stepOf },
  'clusters.namespaceLifecycle.export': { ...OF_ITS_OWNER, input: ownOf },
} satisfies Record<
  string,
  Pick<Case<'clusters.namespaceLifecycle.stop'>, 'about' | 'foreignService'> & {
    input(target: Target, world: World): object;
  }
>;
