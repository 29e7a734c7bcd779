import { isIP } from 'node:net';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import type { Fault } from '../Fault';
import { oneOf, portNumber, required, wrong } from './faults';
import type { Loose } from './Loose';

const DNS_SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const SUBDOMAIN_RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const SERVICE_NAME = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const SERVICE_RULE =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'];

export function ingressFaults({ spec = {} }: KubernetesObject): Fault[] {
  const { rules = [], defaultBackend } = spec;
  if (rules.length === 0 && !defaultBackend) {
    const why = 'either `defaultBackend` or `rules` must be specified';
    return [wrong('spec', null, why)];
  }
  return [
    ...(defaultBackend
      ? backendFaults('spec.defaultBackend', defaultBackend)
      : []),
    ...rules.flatMap((rule: Loose, index: number) =>
      ruleFaults(`spec.rules[${index}]`, rule),
    ),
  ];
}

function ruleFaults(field: string, { host, http }: Loose): Fault[] {
  const paths: Loose[] | undefined = http?.paths;
  return [
    ...(host ? hostFaults(`${field}.host`, host) : []),
    ...(http && !paths?.length ? [required(`${field}.http.paths`)] : []),
    ...(paths ?? []).flatMap((path, index) =>
      pathFaults(`${field}.http.paths[${index}]`, path),
    ),
  ];
}

function hostFaults(field: string, host: string): Fault[] {
  if (isIP(host) !== 0) {
    return [wrong(field, host, 'must be a DNS name, not an IP address')];
  }
  const name = host.startsWith('*.') ? host.slice(2) : host;
  return DNS_SUBDOMAIN.test(name) ? [] : [wrong(field, host, SUBDOMAIN_RULE)];
}

function pathFaults(
  field: string,
  { path = '', pathType, backend = {} }: Loose,
): Fault[] {
  const mustBeAbsolute =
    ['Exact', 'Prefix'].includes(pathType) || path.length > 0;
  const isKnown = pathType && PATH_TYPES.includes(pathType);
  return [
    ...(pathType
      ? oneOf(`${field}.pathType`, pathType, PATH_TYPES)
      : [required(`${field}.pathType`, 'pathType must be specified')]),
    ...(isKnown && mustBeAbsolute && !path.startsWith('/')
      ? [wrong(`${field}.path`, path, 'must be an absolute path')]
      : []),
    ...backendFaults(`${field}.backend`, backend),
  ];
}

function backendFaults(field: string, { service, resource }: Loose): Fault[] {
  if (!service && !resource) {
    return [wrong(field, '', 'resource or service backend is required')];
  }
  if (service && resource) {
    return [wrong(field, '', 'cannot set both resource and service backends')];
  }
  if (!service) return [];
  const { name = '', port = {} } = service;
  return [
    ...(SERVICE_NAME.test(name)
      ? []
      : [wrong(`${field}.service.name`, name, SERVICE_RULE)]),
    ...(port.name && port.number
      ? [wrong(field, '', 'cannot set both port name & port number')]
      : []),
    ...(port.name || port.number
      ? []
      : [required(field, 'port name or number is required')]),
    ...portNumber(`${field}.service.port.number`, port.number),
  ];
}
