import type { KubernetesObject } from '../../storage/KubernetesObject';
import { isSame } from '../../storage/sameness';
import type { Fault } from '../Fault';
import { oneOf, portNumber, required, wrong } from './faults';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];

export function serviceFaults({ spec = {} }: KubernetesObject): Fault[] {
  const { type, ports = [], clusterIP, externalName } = spec;
  const isExternal = type === 'ExternalName';
  const isHeadless = clusterIP === 'None';
  const needsPorts = !isExternal && !isHeadless && ports.length === 0;
  type Port = { name?: string; port?: number; targetPort?: number | string };
  return [
    ...(needsPorts ? [required('spec.ports')] : []),
    ...ports.flatMap(({ name, port, targetPort }: Port, index: number) => {
      const field = `spec.ports[${index}]`;
      return [
        ...(ports.length > 1 && !name ? [required(`${field}.name`)] : []),
        ...portNumber(`${field}.port`, port ?? 0),
        ...portNumber(`${field}.targetPort`, targetPort),
      ];
    }),
    ...oneOf('spec.type', type, TYPES),
    ...(isExternal && !externalName ? [required('spec.externalName')] : []),
  ];
}

export function serviceChangeFaults(
  before: KubernetesObject,
  after: KubernetesObject,
): Fault[] {
  const { clusterIPs, type } = after.spec ?? {};
  const old = before.spec?.clusterIPs;
  const mayGo = type === 'ExternalName' || !old;
  return mayGo || isSame(old, clusterIPs)
    ? []
    : [wrong('spec.clusterIPs[0]', clusterIPs, 'may not change once set')];
}
