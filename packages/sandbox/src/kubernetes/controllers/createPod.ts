import { admitCreate } from '../admission/admission';
import { ApiError } from '../api/ApiError';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { ownerReference } from './ownership';
import { tell } from './tell';

/** What of a pod does not stand in the template of its owner. */
export type PodOfOwner = {
  name: string;
  generateName?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  /** The template; the owner's own unless told. */
  template?: KubernetesObject['spec'];
  spec?: object;
};

/** Makes a pod of its owner's template. Answers why it cannot be, such as an exceeded quota. */
export function createPod(
  store: ObjectStore,
  owner: KubernetesObject,
  pod: PodOfOwner,
): string | undefined {
  const template = pod.template ?? owner.spec?.template;
  const { labels, annotations, finalizers } = template?.metadata ?? {};
  const kind = kindOf('Pod');
  const allFinalizers = [...(finalizers ?? []), ...(pod.finalizers ?? [])];
  const allAnnotations = { ...annotations, ...pod.annotations };
  try {
    const admitted = admitCreate(store, kind, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: pod.name,
        ...(pod.generateName && { generateName: pod.generateName }),
        namespace: owner.metadata.namespace,
        labels: { ...labels, ...pod.labels },
        ...(Object.keys(allAnnotations).length > 0 && {
          annotations: allAnnotations,
        }),
        ...(allFinalizers.length > 0 && { finalizers: allFinalizers }),
        ownerReferences: [ownerReference(owner)],
      },
      spec: { ...template?.spec, ...pod.spec },
    });
    store.create(kind, admitted);
    tell(store, owner, {
      reason: 'SuccessfulCreate',
      message: createdMessage(owner, pod.name),
    });
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error.message;
    throw error;
  }
}

/** The controller of StatefulSets has words of its own. */
function createdMessage({ kind, metadata }: KubernetesObject, pod: string) {
  return kind === 'StatefulSet'
    ? `create Pod ${pod} in StatefulSet ${metadata.name} successful`
    : `Created pod: ${pod}`;
}
