import { admitCreate } from '../../admission/admission';
import { ApiError } from '../../api/ApiError';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../../storage/ObjectStore';
import { timestamp } from '../../storage/timestamp';
import { ownerReference } from '../ownership';

type ClaimTemplate = { metadata: { name: string }; spec: object };

const templatesOf = ({ spec }: KubernetesObject): ClaimTemplate[] =>
  spec?.volumeClaimTemplates ?? [];

const claimName = (template: ClaimTemplate, podName: string) =>
  `${template.metadata.name}-${podName}`;

const goesWithSet = ({ spec }: KubernetesObject): boolean =>
  spec?.persistentVolumeClaimRetentionPolicy?.whenDeleted === 'Delete';

/** Makes the claims that a pod of a set needs; those that an earlier pod of its name left behind are kept. */
export function ensureClaims(
  store: ObjectStore,
  set: KubernetesObject,
  podName: string,
): string | undefined {
  const kind = kindOf('PersistentVolumeClaim');
  const { namespace } = set.metadata;
  for (const template of templatesOf(set)) {
    const name = claimName(template, podName);
    if (store.find(kind, namespace, name)) continue;
    try {
      store.create(
        kind,
        admitCreate(store, kind, {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: {
            ...template.metadata,
            name,
            namespace,
            labels: set.spec?.selector?.matchLabels,
            ...(goesWithSet(set) && {
              ownerReferences: [ownerReference(set)],
            }),
          },
          spec: template.spec,
        }),
      );
    } catch (error) {
      if (error instanceof ApiError) return error.message;
      throw error;
    }
  }
  return undefined;
}

/** The volumes of a pod: those of its template, but its own claims under the names of their templates. */
export function volumesOf(
  set: KubernetesObject,
  template: KubernetesObject['spec'],
  podName: string,
) {
  const claims = templatesOf(set).map(each => ({
    name: each.metadata.name,
    persistentVolumeClaim: { claimName: claimName(each, podName) },
  }));
  const names = new Set(claims.map(({ name }) => name));
  const others = (template?.spec?.volumes ?? []).filter(
    ({ name }: { name: string }) => !names.has(name),
  );
  return [...claims, ...others];
}

/** Deletes the claims of a pod that is not to come back, where the set wants that. */
export function dropClaims(
  store: ObjectStore,
  set: KubernetesObject,
  podName: string,
): void {
  const { whenScaled } = set.spec?.persistentVolumeClaimRetentionPolicy ?? {};
  if (whenScaled !== 'Delete') return;
  const kind = kindOf('PersistentVolumeClaim');
  for (const template of templatesOf(set)) {
    const name = claimName(template, podName);
    const claim = store.find(kind, set.metadata.namespace, name);
    if (!claim || claim.metadata.deletionTimestamp) continue;
    store.update(kind, {
      ...claim,
      metadata: {
        ...claim.metadata,
        deletionTimestamp: timestamp(store.now()),
        deletionGracePeriodSeconds: 0,
      },
    });
  }
}
