import { BlockList, isIP } from 'node:net';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import type { Fault } from '../Fault';
import { labelSelectorFaults } from './labelSelectorFaults';
import { oneOf, portNumber, refused, required, wrong } from './faults';
import type { Loose } from './Loose';

const CIDR_RULE =
  'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';

export function networkPolicyFaults({ spec = {} }: KubernetesObject): Fault[] {
  const { podSelector, ingress = [], egress = [], policyTypes = [] } = spec;
  return [
    ...labelSelectorFaults('spec.podSelector', podSelector),
    ...ingress.flatMap((rule: Loose, index: number) =>
      ruleFaults(`spec.ingress[${index}]`, rule, 'from'),
    ),
    ...egress.flatMap((rule: Loose, index: number) =>
      ruleFaults(`spec.egress[${index}]`, rule, 'to'),
    ),
    ...policyTypes.flatMap((type: string, index: number) =>
      oneOf(`spec.policyTypes[${index}]`, type, ['Ingress', 'Egress']),
    ),
  ];
}

function ruleFaults(field: string, rule: Loose, side: 'from' | 'to'): Fault[] {
  return [
    ...(rule.ports ?? []).flatMap((port: Loose, index: number) =>
      portFaults(`${field}.ports[${index}]`, port),
    ),
    ...(rule[side] ?? []).flatMap((peer: Loose, index: number) =>
      peerFaults(`${field}.${side}[${index}]`, peer),
    ),
  ];
}

function portFaults(
  field: string,
  { port, endPort, protocol }: Loose,
): Fault[] {
  return [
    ...oneOf(`${field}.protocol`, protocol, ['TCP', 'UDP', 'SCTP']),
    ...portNumber(`${field}.port`, port),
    // Kubernetes itself quotes the beginning of the range here.
    ...(endPort !== undefined && endPort < port
      ? [
          wrong(
            `${field}.endPort`,
            port,
            'must be greater than or equal to `port`',
          ),
        ]
      : []),
  ];
}

function peerFaults(field: string, peer: Loose): Fault[] {
  const { ipBlock, podSelector, namespaceSelector } = peer;
  if (!ipBlock && !podSelector && !namespaceSelector) {
    return [required(field, 'must specify a peer')];
  }
  if (ipBlock && (podSelector || namespaceSelector)) {
    return [refused(field, 'may not specify both ipBlock and another peer')];
  }
  return [
    ...labelSelectorFaults(`${field}.podSelector`, podSelector),
    ...labelSelectorFaults(`${field}.namespaceSelector`, namespaceSelector),
    ...(ipBlock ? blockFaults(`${field}.ipBlock`, ipBlock) : []),
  ];
}

function blockFaults(field: string, { cidr, except = [] }: Loose): Fault[] {
  if (!isCidr(cidr)) return [wrong(`${field}.cidr`, cidr, CIDR_RULE)];
  return except.flatMap((inner: string, index: number) => {
    const at = `${field}.except[${index}]`;
    if (!isCidr(inner)) return [wrong(at, inner, CIDR_RULE)];
    return isInside(inner, cidr)
      ? []
      : [wrong(at, inner, 'must be a strict subset of `cidr`')];
  });
}

function isCidr(value: unknown): value is string {
  const [address, length, more] = String(value).split('/');
  const family = isIP(address);
  const longest = family === 6 ? 128 : 32;
  return (
    family !== 0 &&
    more === undefined &&
    /^\d+$/.test(length ?? '') &&
    Number(length) <= longest
  );
}

function isInside(inner: string, outer: string): boolean {
  const [address, length] = inner.split('/');
  const [network, outerLength] = outer.split('/');
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(address) !== isIP(network)) return false;
  const block = new BlockList();
  block.addSubnet(network, Number(outerLength), family);
  return Number(length) > Number(outerLength) && block.check(address, family);
}
