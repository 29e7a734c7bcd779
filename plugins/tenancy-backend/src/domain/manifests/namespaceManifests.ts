import { LABELS, type DesiredObject } from '@caas/plugin-clusters-common';
import {
  formatCpu,
  formatMemory,
  type Environment,
  type Resources,
} from '@caas/plugin-tenancy-common';
import { InputError } from '@backstage/errors';
import { containerDefaults } from './containerDefaults';
import { kubernetesKinds } from './kubernetesKinds';
import { networkPolicies } from './networkPolicies';
import type { ObjectMetadata } from './ObjectMetadata';
import { roleBindings } from './roleBindings';

type Subject = {
  name: string;
  tenant: string;
  environment: Environment;
  resources: Resources;
};

/** The only partition there is so far: all nodes of the cluster. */
const PARTITION = 'general';
const PODS_PER_CORE = 10;
const CLAIMS_PER_CORE = 5;

/**
 * The objects that a namespace is made of: pure data, in the order in which they are created.
 *
 * @throws InputError when Kubernetes would refuse one of them.
 */
export function namespaceManifests(subject: Subject): DesiredObject[] {
  const { name, tenant, environment } = subject;
  assertDnsLabel(name);
  const labels = {
    [LABELS.tenant]: tenant,
    [LABELS.environment]: environment,
    [LABELS.partition]: PARTITION,
  };
  const metadata = (objectName: string): ObjectMetadata => ({
    name: objectName,
    namespace: name,
    labels,
  });
  const models = [
    new kubernetesKinds.Namespace({ metadata: { name, labels } }),
    resourceQuota(metadata('quota'), subject.resources),
    limitRange(metadata('defaults'), subject.resources),
    ...networkPolicies(tenant, metadata),
    ...roleBindings(tenant, metadata),
  ];
  return models.map(model => {
    try {
      model.validate();
    } catch (error) {
      throw new InputError(
        `Kubernetes would refuse ${model.kind} '${model.metadata?.name}' of namespace '${name}': ${(error as Error).message}`,
      );
    }
    // Plain data, which is what travels and what is hashed.
    return JSON.parse(JSON.stringify(model)) as DesiredObject;
  });
}

function resourceQuota(metadata: ObjectMetadata, resources: Resources) {
  const cpu = formatCpu(resources.cpuMillicores);
  const memory = formatMemory(resources.memoryBytes);
  const cores = Math.ceil(resources.cpuMillicores / 1000);
  return new kubernetesKinds.ResourceQuota({
    metadata,
    spec: {
      hard: {
        'requests.cpu': cpu,
        'limits.cpu': cpu,
        'requests.memory': memory,
        'limits.memory': memory,
        pods: String(cores * PODS_PER_CORE),
        persistentvolumeclaims: String(cores * CLAIMS_PER_CORE),
      },
    },
  });
}

function limitRange(metadata: ObjectMetadata, resources: Resources) {
  const { limit, request } = containerDefaults(resources);
  return new kubernetesKinds.LimitRange({
    metadata,
    spec: {
      limits: [{ type: 'Container', default: limit, defaultRequest: request }],
    },
  });
}

/** The schemas know the types of fields only; Kubernetes also wants a namespace's name to be a DNS label. */
function assertDnsLabel(name: string): void {
  if (name.length > 63 || !/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name)) {
    throw new InputError(
      `'${name}' cannot be the name of a namespace: Kubernetes takes at most 63 lower case letters, digits and hyphens, beginning and ending with a letter or digit`,
    );
  }
}
