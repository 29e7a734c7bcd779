import type { Fault } from '../Fault';
import { parseQuantity } from '../quantity';
import {
  duplicate,
  missing,
  oneOf,
  portNumber,
  required,
  unsupported,
  wrong,
} from './faults';
import type { Loose } from './Loose';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_RULE =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

/** What is wrong with the spec of a pod, in a template or in a pod itself. */
export function podSpecFaults(field: string, spec: Loose | undefined): Fault[] {
  const containers: Loose[] = spec?.containers ?? [];
  const volumes = new Set<string>(
    (spec?.volumes ?? []).map(({ name }: Loose) => name),
  );
  const names = new Set<string>();
  return [
    ...(containers.length === 0 ? [required(`${field}.containers`)] : []),
    ...containers.flatMap((container, index) => {
      const at = `${field}.containers[${index}]`;
      const isTwice = names.has(container.name);
      names.add(container.name);
      return [
        ...(isTwice ? [duplicate(`${at}.name`, container.name)] : []),
        ...containerFaults(at, container, volumes),
      ];
    }),
    ...oneOf(`${field}.restartPolicy`, spec?.restartPolicy, [
      'Always',
      'OnFailure',
      'Never',
    ]),
  ];
}

function containerFaults(
  at: string,
  { name, image, ports = [], volumeMounts = [], resources = {} }: Loose,
  volumes: ReadonlySet<string>,
): Fault[] {
  return [
    ...nameFaults(`${at}.name`, name),
    ...(image ? [] : [required(`${at}.image`)]),
    ...ports.flatMap(({ containerPort }: Loose, index: number) => {
      const field = `${at}.ports[${index}].containerPort`;
      return containerPort
        ? portNumber(field, containerPort)
        : [required(field)];
    }),
    ...volumeMounts.flatMap((mount: Loose, index: number) =>
      volumes.has(mount.name)
        ? []
        : [missing(`${at}.volumeMounts[${index}].name`, mount.name)],
    ),
    ...requestFaults(`${at}.resources.requests`, resources),
  ];
}

function nameFaults(field: string, name: string | undefined): Fault[] {
  if (!name) return [required(field)];
  return DNS_LABEL.test(name) ? [] : [wrong(field, name, LABEL_RULE)];
}

/** A container may not ask for more than its limit. */
function requestFaults(
  field: string,
  { requests = {}, limits = {} }: Loose,
): Fault[] {
  return Object.entries(requests).flatMap(([name, amount]) => {
    const limit = limits[name];
    if (limit === undefined) return [];
    return (parseQuantity(amount) ?? 0) <= (parseQuantity(limit) ?? 0)
      ? []
      : [
          wrong(
            field,
            amount,
            `must be less than or equal to ${name} limit of ${limit}`,
          ),
        ];
  });
}

/** The template of pods that never end. */
export function lastingTemplateFaults(
  field: string,
  template: Loose | undefined,
): Fault[] {
  const policy = template?.spec?.restartPolicy ?? 'Always';
  return [
    ...podSpecFaults(`${field}.spec`, template?.spec),
    ...(policy === 'Always'
      ? []
      : [unsupported(`${field}.spec.restartPolicy`, policy, ['Always'])]),
  ];
}

/** The template of pods that end once their work is done. */
export function endingTemplateFaults(
  field: string,
  template: Loose | undefined,
): Fault[] {
  const policy = template?.spec?.restartPolicy ?? 'Always';
  return [
    ...podSpecFaults(`${field}.spec`, template?.spec),
    ...(policy === 'Always'
      ? [
          required(
            `${field}.spec.restartPolicy`,
            'valid values: "OnFailure", "Never"',
          ),
        ]
      : []),
  ];
}
