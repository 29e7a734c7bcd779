import type { ResourceKind } from '../api/ResourceKind';
import type { ObjectMetadata } from '../storage/KubernetesObject';
import type { Fault } from './Fault';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Names are what RFC 1123 allows; RBAC is freer. */
export function nameFaults(
  kind: ResourceKind,
  { name }: ObjectMetadata,
): Fault[] {
  if (!name) {
    return [
      {
        reason: 'FieldValueRequired',
        field: 'metadata.name',
        message: 'Required value: name or generateName is required',
      },
    ];
  }
  const isLabel = ['Namespace', 'Service'].includes(kind.kind);
  const isFree = kind.group === 'rbac.authorization.k8s.io';
  const limit = isLabel ? 63 : 253;
  const good = isFree
    ? !/[/%]/.test(name) && name !== '.' && name !== '..'
    : (isLabel ? DNS_LABEL : DNS_SUBDOMAIN).test(name) && name.length <= limit;
  if (good) return [];
  const rule = isLabel
    ? "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
    : "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
  const why =
    name.length > limit ? `must be no more than ${limit} characters` : rule;
  return [
    {
      field: 'metadata.name',
      message: `Invalid value: ${JSON.stringify(name)}: ${why}`,
    },
  ];
}
