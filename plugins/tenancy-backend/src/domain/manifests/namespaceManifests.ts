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
  partition?: string;
  resources: Resources;
};

/** Where a namespace belongs that names no partition: on the nodes that are there for everybody. */
const USUAL_PARTITION = 'general';

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
    [LABELS.partition]: subject.partition ?? USUAL_PARTITION,
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
  return new kubernetesKinds.ResourceQuota({
    metadata,
    spec: {
      hard: {
        'requests.cpu': cpu,
        'limits.cpu': cpu,
        'requests.memory': memory,
        'limits.memory': memory,
        'requests.storage': formatMemory(resources.storageBytes),
        pods: String(resources.pods),
        persistentvolumeclaims: String(resources.persistentVolumeClaims),
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
