import type { KubernetesObject } from '../storage/KubernetesObject';

const API_VERSION = 'meta.k8s.io/v1';

/** An object of which only the metadata are shown. */
export const partial = ({ metadata }: KubernetesObject) => ({
  kind: 'PartialObjectMetadata',
  apiVersion: API_VERSION,
  metadata,
});

/** A list of such objects; as in every list, the items do not repeat their kind. */
export const partialList = (objects: KubernetesObject[], metadata: object) => ({
  kind: 'PartialObjectMetadataList',
  apiVersion: API_VERSION,
  metadata,
  items: objects.map(object => ({ metadata: object.metadata })),
});
