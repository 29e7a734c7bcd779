import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';

/** Fills in what the namespace's limit ranges say a container gets when it asks for nothing. */
export function withLimitRange(
  store: ObjectStore,
  pod: KubernetesObject,
): KubernetesObject {
  const limits = store
    .list(kindOf('LimitRange'), pod.metadata.namespace)
    .flatMap(range => range.spec?.limits ?? [])
    .filter((limit: { type: string }) => limit.type === 'Container');
  if (limits.length === 0) return pod;
  const containers = (pod.spec?.containers ?? []).map(
    (
      container: any, // as whoever sends a pod writes it: nothing of it is known yet
    ) => {
      const resources = { ...container.resources };
      for (const limit of limits) {
        resources.limits = { ...limit.default, ...resources.limits };
        resources.requests = {
          ...limit.default,
          ...limit.defaultRequest,
          ...resources.requests,
        };
      }
      return { ...container, resources };
    },
  );
  return { ...pod, spec: { ...pod.spec, containers } };
}
