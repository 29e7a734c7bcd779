import type { KubernetesObject } from '../../storage/KubernetesObject';
import { isSame } from '../../storage/sameness';

export const REVISION = 'deployment.kubernetes.io/revision';
const HISTORY = 'deployment.kubernetes.io/revision-history';
const DESIRED = 'deployment.kubernetes.io/desired-replicas';
const MAXIMUM = 'deployment.kubernetes.io/max-replicas';
export const HASH_LABEL = 'pod-template-hash';

/** What a Deployment says for itself only: its ReplicaSets take over the rest of its annotations. */
const OWN = new Set([
  REVISION,
  HISTORY,
  DESIRED,
  MAXIMUM,
  'kubectl.kubernetes.io/last-applied-configuration',
  'deprecated.deployment.rollback.to',
]);

export function revisionOf({ metadata }: KubernetesObject): number {
  return Number(metadata.annotations?.[REVISION] ?? 0);
}

/** The replicas that were wanted when a set was last scaled; undefined for one that never was. */
export function desiredOf({ metadata }: KubernetesObject): number | undefined {
  const desired = metadata.annotations?.[DESIRED];
  return desired === undefined ? undefined : Number(desired);
}

/** Whether the pods of a set are those of this template. */
export function isOfTemplate(
  set: KubernetesObject,
  template: KubernetesObject['spec'],
): boolean {
  const { metadata, ...rest } = set.spec?.template ?? {};
  const { [HASH_LABEL]: _, ...labels } = metadata?.labels ?? {};
  const own = { ...rest, metadata: { ...metadata, labels } };
  return isSame(own, {
    ...template,
    metadata: {
      ...template?.metadata,
      labels: template?.metadata?.labels ?? {},
    },
  });
}

/** The annotations of a set that is, with these replicas, its Deployment's newest. */
export function annotationsOfSet(
  deployment: KubernetesObject,
  set: Pick<KubernetesObject, 'metadata'> | undefined,
  numbers: { revision: number; desired: number; maximum: number },
): Record<string, string> {
  const before = set?.metadata.annotations ?? {};
  const inherited = Object.fromEntries(
    Object.entries(deployment.metadata.annotations ?? {}).filter(
      ([key]) => !OWN.has(key),
    ),
  );
  const revision = String(numbers.revision);
  const former = before[REVISION];
  const history = [before[HISTORY], former].filter(Boolean).join(',');
  return {
    ...before,
    ...inherited,
    [REVISION]: revision,
    ...(former && former !== revision && { [HISTORY]: history }),
    ...sizes(numbers),
  };
}

/** How many pods all sets together are to have, written on each that has some. */
export function sizes(numbers: { desired: number; maximum: number }) {
  return {
    [DESIRED]: String(numbers.desired),
    [MAXIMUM]: String(numbers.maximum),
  };
}
