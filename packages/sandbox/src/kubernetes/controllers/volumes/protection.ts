import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf } from '../../storage/ObjectStore';
import type { Pass } from '../Pass';

const PROTECTION = 'kubernetes.io/pvc-protection';

/** The names of the claims that pods of a namespace use: those that have a node, and are not over. */
export function claimsInUse(
  { store }: Pass,
  namespace: string | undefined,
): Set<string> {
  type Volume = { persistentVolumeClaim?: { claimName: string } };
  const names = store
    .list(kindOf('Pod'), namespace)
    .filter(
      ({ spec, status }) =>
        spec?.nodeName && !['Succeeded', 'Failed'].includes(status?.phase),
    )
    .flatMap(({ spec }) =>
      ((spec?.volumes ?? []) as Volume[]).flatMap(
        ({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [],
      ),
    );
  return new Set(names);
}

/** Lets claims that are being deleted go once no pod uses them. */
export function protect(pass: Pass): void {
  for (const object of pass.store.terminating()) {
    if (object.kind === 'PersistentVolumeClaim') release(pass, object);
  }
}

function release(pass: Pass, claim: KubernetesObject): void {
  const { finalizers = [], namespace, name } = claim.metadata;
  if (!finalizers.includes(PROTECTION)) return;
  if (claimsInUse(pass, namespace).has(name)) return;
  pass.store.update(kindOf('PersistentVolumeClaim'), {
    ...claim,
    metadata: {
      ...claim.metadata,
      finalizers: finalizers.filter(each => each !== PROTECTION),
    },
  });
}
