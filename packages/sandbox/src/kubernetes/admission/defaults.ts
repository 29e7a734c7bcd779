import type { KubernetesObject } from '../storage/KubernetesObject';

/** Fills in what Kubernetes does when a client leaves it open. */
export function withKindDefaults(object: KubernetesObject): KubernetesObject {
  switch (object.kind) {
    case 'Secret':
      return secret(object);
    default:
      return object;
  }
}

/** `stringData` is for writing only: it is stored among the others, in base64. */
function secret({ stringData, ...object }: KubernetesObject): KubernetesObject {
  const encoded = Object.entries(
    (stringData ?? {}) as Record<string, string>,
  ).map(([key, value]) => [key, Buffer.from(value).toString('base64')]);
  return {
    ...object,
    ...(encoded.length > 0 && {
      data: { ...object.data, ...Object.fromEntries(encoded) },
    }),
    type: object.type ?? 'Opaque',
  } as KubernetesObject;
}
