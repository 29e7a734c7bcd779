import {
  amountsOfResources,
  namespaceCreatePayload,
  namespaceNameOf,
  parseCpu,
  parseMemory,
  usualResources,
  type NamespaceCreatePayload,
  type Resources,
} from '@caas/plugin-tenancy-common';
import { parsePayload } from './parsePayload';

/** What a `namespace.create` request asks for. */
export type NamespaceRequest = {
  /** In its normal form: amounts written in the shortest way, none left out, nothing unknown. */
  payload: NamespaceCreatePayload;
  /** Name on the cluster. */
  name: string;
  resources: Resources;
};

/**
 * Reads a payload of `namespace.create`.
 *
 * @throws InputError with one sentence for each field.
 */
export function parseNamespaceRequest(
  tenant: string,
  raw: unknown,
): NamespaceRequest {
  const payload = parsePayload(namespaceCreatePayload, raw);
  const resources = resourcesAsked(payload);
  return {
    payload: { ...payload, ...amountsOfResources(resources) },
    name: namespaceNameOf(tenant, payload),
    resources,
  };
}

function resourcesAsked(payload: NamespaceCreatePayload): Resources {
  // The schema has parsed the quantities already.
  const usual = usualResources({
    cpuMillicores: parseCpu(payload.cpu)!,
    memoryBytes: parseMemory(payload.memory)!,
  });
  const { storage, pods, persistentVolumeClaims } = payload;
  return {
    ...usual,
    storageBytes:
      storage === undefined ? usual.storageBytes : parseMemory(storage)!,
    pods: pods ?? usual.pods,
    persistentVolumeClaims:
      persistentVolumeClaims ?? usual.persistentVolumeClaims,
  };
}
