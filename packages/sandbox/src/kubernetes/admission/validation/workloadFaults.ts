import { isSelected } from '../../controllers/selection';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import { isSame } from '../../storage/sameness';
import type { Fault } from '../Fault';
import { lastingTemplateFaults } from './checkTemplate';
import { notNegative, refused, required, unsupported, wrong } from './faults';
import type { Loose } from './Loose';

const PERCENT =
  "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";

/** What all workloads with pods for ever have in common. */
export function workloadFaults({ kind, spec }: KubernetesObject): Fault[] {
  const { selector, template } = spec ?? {};
  // A DaemonSet without a selector gets away with one fault less.
  const needsSelector = !selector && kind !== 'DaemonSet';
  return [
    ...notNegative('spec.replicas', spec?.replicas),
    ...notNegative('spec.minReadySeconds', spec?.minReadySeconds),
    ...notNegative('spec.revisionHistoryLimit', spec?.revisionHistoryLimit),
    ...(needsSelector ? [required('spec.selector')] : []),
    ...selectorFaults(selector, template?.metadata?.labels),
    ...lastingTemplateFaults('spec.template', withClaims(spec)),
  ];
}

/** The template of a workload, with the volumes that its pods will have by their claims. */
function withClaims({ template, volumeClaimTemplates = [] }: Loose = {}) {
  if (volumeClaimTemplates.length === 0) return template;
  const claimed = volumeClaimTemplates.map(({ metadata }: Loose) => ({
    name: metadata?.name,
  }));
  const { volumes = [], ...podSpec } = template?.spec ?? {};
  return {
    ...template,
    spec: { ...podSpec, volumes: [...volumes, ...claimed] },
  };
}

/** A workload that does not select its own pods would make them for ever. */
function selectorFaults(
  selector: Loose | undefined,
  labels: Record<string, string> | undefined,
): Fault[] {
  if (isSelected(selector, labels)) return [];
  return [
    wrong(
      'spec.template.metadata.labels',
      labels,
      '`selector` does not match template `labels`',
    ),
  ];
}

export function deploymentFaults(object: KubernetesObject): Fault[] {
  const { minReadySeconds = 0, progressDeadlineSeconds } = object.spec ?? {};
  return [
    ...workloadFaults(object),
    ...strategyFaults(object.spec?.strategy),
    ...(progressDeadlineSeconds <= minReadySeconds
      ? [
          wrong(
            'spec.progressDeadlineSeconds',
            progressDeadlineSeconds,
            'must be greater than minReadySeconds',
          ),
        ]
      : []),
  ];
}

function strategyFaults({ type, rollingUpdate }: Loose = {}): Fault[] {
  const field = 'spec.strategy';
  if (type === 'Recreate') {
    return rollingUpdate
      ? [
          refused(
            `${field}.rollingUpdate`,
            "may not be specified when strategy `type` is 'Recreate'",
          ),
        ]
      : [];
  }
  if (type !== 'RollingUpdate') {
    const value = { Type: type, RollingUpdate: rollingUpdate ?? null };
    return [unsupported(field, value, ['Recreate', 'RollingUpdate'])];
  }
  const { maxSurge, maxUnavailable } = rollingUpdate ?? {};
  const faults = [
    ...amountFaults(`${field}.rollingUpdate.maxUnavailable`, maxUnavailable),
    ...amountFaults(`${field}.rollingUpdate.maxSurge`, maxSurge),
  ];
  const isNone = (value: unknown) => value === 0 || value === '0%';
  if (isNone(maxSurge) && isNone(maxUnavailable)) {
    const why = 'may not be 0 when `maxSurge` is 0';
    faults.push(
      wrong(`${field}.rollingUpdate.maxUnavailable`, maxUnavailable, why),
    );
  }
  return faults;
}

function amountFaults(field: string, value: unknown): Fault[] {
  if (typeof value === 'string' && !/^\d+%$/.test(value)) {
    return [wrong(field, value, PERCENT)];
  }
  return notNegative(field, value);
}

export function statefulSetFaults(object: KubernetesObject): Fault[] {
  const { podManagementPolicy, updateStrategy } = object.spec ?? {};
  const { type, rollingUpdate } = updateStrategy ?? {};
  return [
    ...(object.metadata.name.includes('.')
      ? [wrong('metadata.name', object.metadata.name, 'must not contain dots')]
      : []),
    ...(['OrderedReady', 'Parallel'].includes(podManagementPolicy)
      ? []
      : [
          wrong(
            'spec.podManagementPolicy',
            podManagementPolicy,
            "must be 'OrderedReady' or 'Parallel'",
          ),
        ]),
    ...(['RollingUpdate', 'OnDelete'].includes(type)
      ? []
      : [
          wrong(
            'spec.updateStrategy',
            { Type: type, RollingUpdate: rollingUpdate ?? null },
            "must be 'RollingUpdate' or 'OnDelete'",
          ),
        ]),
    ...workloadFaults(object),
  ];
}

/** What of a StatefulSet may change. */
const CHANGEABLE = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

export function statefulSetChangeFaults(
  before: KubernetesObject,
  after: KubernetesObject,
): Fault[] {
  const fixed = ({ spec }: KubernetesObject) =>
    Object.fromEntries(
      Object.entries(spec ?? {}).filter(([name]) => !CHANGEABLE.includes(name)),
    );
  if (isSame(fixed(before), fixed(after))) return [];
  const names = CHANGEABLE.map(name => `'${name}'`);
  const list = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return [
    refused(
      'spec',
      `updates to statefulset spec for fields other than ${list} are forbidden`,
    ),
  ];
}

export function selectorChangeFaults(
  before: KubernetesObject,
  after: KubernetesObject,
): Fault[] {
  const { selector } = after.spec ?? {};
  return isSame(before.spec?.selector, selector)
    ? []
    : [wrong('spec.selector', selector, 'field is immutable')];
}
