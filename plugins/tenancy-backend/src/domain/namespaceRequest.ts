import { InputError } from '@backstage/errors';
import {
  formatCpu,
  formatMemory,
  namespaceCreatePayload,
  namespaceNameOf,
  parseCpu,
  parseMemory,
  type NamespaceCreatePayload,
  type Resources,
} from '@caas/plugin-tenancy-common';

/** What a `namespace.create` request asks for. */
export type NamespaceRequest = {
  /** In its normal form: amounts written in the shortest way, nothing unknown. */
  payload: NamespaceCreatePayload;
  /** Name on the cluster. */
  name: string;
  resources: Resources;
};

/**
 * Reads a payload, whether a form sent it or the desk kept it.
 *
 * @throws InputError with one sentence for each field.
 */
export function parseNamespaceRequest(
  tenant: string,
  raw: unknown,
): NamespaceRequest {
  const result = namespaceCreatePayload.safeParse(raw);
  if (!result.success) {
    throw new InputError(
      result.error.issues
        .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
        .join('; '),
    );
  }
  const { name, cluster, environment, cpu, memory } = result.data;
  const resources = {
    // The schema has parsed both already.
    cpuMillicores: parseCpu(cpu)!,
    memoryBytes: parseMemory(memory)!,
  };
  return {
    payload: {
      name,
      cluster,
      environment,
      cpu: formatCpu(resources.cpuMillicores),
      memory: formatMemory(resources.memoryBytes),
    },
    name: namespaceNameOf(tenant, result.data),
    resources,
  };
}
