import type { KubernetesObject } from '../../storage/KubernetesObject';

type ServicePort = {
  name?: string;
  protocol?: string;
  port: number;
  targetPort?: number | string;
};
type ContainerPort = { name?: string; containerPort: number };

export type EndpointPort = { name?: string; port: number; protocol: string };

/** The ports of a pod that the ports of a Service lead to; a name that no container has leads nowhere. */
export function portsOf(
  service: KubernetesObject,
  pod: KubernetesObject,
): EndpointPort[] {
  const known = (
    (pod.spec?.containers ?? []) as { ports?: ContainerPort[] }[]
  ).flatMap(({ ports = [] }) => ports);
  return ((service.spec?.ports ?? []) as ServicePort[]).flatMap(
    ({ name, protocol = 'TCP', port, targetPort = port }) => {
      const number =
        typeof targetPort === 'number'
          ? targetPort
          : known.find(each => each.name === targetPort)?.containerPort;
      return number === undefined
        ? []
        : [{ ...(name && { name }), port: number, protocol }];
    },
  );
}
