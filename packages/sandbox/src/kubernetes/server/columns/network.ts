import type { KubernetesObject } from '../../storage/KubernetesObject';
import {
  age,
  firstOf,
  listed,
  pairs,
  selectorText,
  text,
  wide,
  type Column,
} from './Column';

type Port = { port: number; protocol?: string; nodePort?: number };
type Address = { ip?: string; hostname?: string };

/** Columns of what leads to pods. */
export const NETWORK_COLUMNS: Readonly<Record<string, Column[]>> = {
  Service: [
    text('Type', ({ spec }) => spec?.type ?? 'ClusterIP'),
    text('Cluster-IP', ({ spec }) => spec?.clusterIP || '<none>'),
    text('External-IP', externalIp),
    text('Port(s)', ({ spec }) => listed(spec?.ports?.map(portText))),
    age,
    wide('Selector', ({ spec }) => pairs(spec?.selector)),
  ],
  Ingress: [
    text('Class', ({ spec }) => spec?.ingressClassName ?? '<none>'),
    text('Hosts', ({ spec }) => hostsCell(spec?.rules)),
    text('Address', addresses),
    text('Ports', ({ spec }) => (spec?.tls ? '80, 443' : '80')),
    age,
  ],
  IngressClass: [
    text('Controller', ({ spec }) => spec?.controller ?? ''),
    text('Parameters', ({ spec }) => {
      const { kind, name, apiGroup } = spec?.parameters ?? {};
      if (!kind) return '<none>';
      return `${apiGroup ? `${kind}.${apiGroup}` : kind}/${name}`;
    }),
    age,
  ],
  NetworkPolicy: [
    text('Pod-Selector', ({ spec }) => selectorText(spec?.podSelector)),
    age,
  ],
  Endpoints: [text('Endpoints', endpointsCell), age],
  EndpointSlice: [
    text('AddressType', object => object.addressType ?? ''),
    text('Ports', ({ ports }) =>
      ports?.length
        ? firstOf(
            ports.map(({ port }: { port?: number }) => String(port ?? '*')),
            3,
          )
        : '<unset>',
    ),
    text('Endpoints', ({ endpoints }) =>
      endpoints?.length
        ? firstOf(
            endpoints.flatMap(
              ({ addresses: own }: { addresses: string[] }) => own,
            ),
            3,
          )
        : '<unset>',
    ),
    age,
  ],
};

function portText({ port, protocol = 'TCP', nodePort }: Port): string {
  return nodePort ? `${port}:${nodePort}/${protocol}` : `${port}/${protocol}`;
}

function addresses({ status }: KubernetesObject): string {
  const all = (status?.loadBalancer?.ingress ?? []) as Address[];
  return all.map(({ ip, hostname }) => ip ?? hostname).join(',');
}

function externalIp(service: KubernetesObject): string {
  const { type, externalIPs, externalName } = service.spec ?? {};
  if (type === 'ExternalName') return externalName ?? '';
  const all = [addresses(service), ...(externalIPs ?? [])].filter(Boolean);
  if (all.length > 0) return all.join(',');
  return type === 'LoadBalancer' ? '<pending>' : '<none>';
}

function hostsCell(rules: { host?: string }[] | undefined): string {
  const hosts = (rules ?? []).flatMap(({ host }) => host ?? []);
  return hosts.length === 0 ? '*' : firstOf(hosts, 3);
}

function endpointsCell({ subsets }: KubernetesObject): string {
  type Subset = { addresses?: { ip: string }[]; ports?: { port: number }[] };
  const all = ((subsets ?? []) as Subset[]).flatMap(
    ({ addresses: own = [], ports = [] }) =>
      own.flatMap(({ ip }) =>
        ports.length === 0 ? [ip] : ports.map(({ port }) => `${ip}:${port}`),
      ),
  );
  return all.length === 0 ? '<none>' : firstOf(all, 3);
}
