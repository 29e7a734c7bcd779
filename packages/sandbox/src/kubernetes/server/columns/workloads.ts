import type { KubernetesObject } from '../../storage/KubernetesObject';
import { ageOf, humanDuration } from '../humanDuration';
import {
  age,
  boolean,
  containers,
  integer,
  pairs,
  selectorText,
  text,
  wide,
  type Column,
} from './Column';
import { targetsCell } from './targets';

const status = (field: string) => (object: KubernetesObject) =>
  object.status?.[field] ?? 0;

const readyOfWanted = text(
  'Ready',
  object =>
    `${object.status?.readyReplicas ?? 0}/${object.spec?.replicas ?? 1}`,
);
const ofTemplate = containers(({ spec }) => spec?.template);
const ofJobTemplate = containers(
  ({ spec }) => spec?.jobTemplate?.spec?.template,
);
const selector = wide('Selector', ({ spec }) => selectorText(spec?.selector));

/** Columns of workloads, as Kubernetes' own printers have them. */
export const WORKLOAD_COLUMNS: Readonly<Record<string, Column[]>> = {
  Deployment: [
    readyOfWanted,
    integer('Up-to-date', status('updatedReplicas')),
    integer('Available', status('availableReplicas')),
    age,
    ...ofTemplate,
    selector,
  ],
  ReplicaSet: [
    integer('Desired', ({ spec }) => spec?.replicas ?? 1),
    integer('Current', status('replicas')),
    integer('Ready', status('readyReplicas')),
    age,
    ...ofTemplate,
    selector,
  ],
  StatefulSet: [readyOfWanted, age, ...ofTemplate],
  DaemonSet: [
    integer('Desired', status('desiredNumberScheduled')),
    integer('Current', status('currentNumberScheduled')),
    integer('Ready', status('numberReady')),
    integer('Up-to-date', status('updatedNumberScheduled')),
    integer('Available', status('numberAvailable')),
    text('Node Selector', ({ spec }) =>
      pairs(spec?.template?.spec?.nodeSelector),
    ),
    age,
    ...ofTemplate,
    selector,
  ],
  Job: [
    text('Status', jobStatus),
    text('Completions', jobCompletions),
    text('Duration', jobDuration),
    age,
    ...ofTemplate,
    selector,
  ],
  CronJob: [
    text('Schedule', ({ spec }) => spec?.schedule ?? ''),
    text('Timezone', ({ spec }) => spec?.timeZone ?? '<none>'),
    boolean('Suspend', ({ spec }) => (spec?.suspend ? 'True' : 'False')),
    integer('Active', object => object.status?.active?.length ?? 0),
    text('Last Schedule', (object, now) =>
      object.status?.lastScheduleTime
        ? ageOf(object.status.lastScheduleTime, now)
        : '<none>',
    ),
    age,
    ...ofJobTemplate,
    wide('Selector', ({ spec }) =>
      selectorText(spec?.jobTemplate?.spec?.selector),
    ),
  ],
  HorizontalPodAutoscaler: [
    text('Reference', ({ spec }) => {
      const { kind, name } = spec?.scaleTargetRef ?? {};
      return `${kind}/${name}`;
    }),
    text('Targets', targetsCell),
    text('MinPods', ({ spec }) => String(spec?.minReplicas ?? '<unset>')),
    integer('MaxPods', ({ spec }) => spec?.maxReplicas ?? 0),
    integer('Replicas', status('currentReplicas')),
    age,
  ],
  ControllerRevision: [
    text('Controller', ({ metadata }) => {
      const owner = metadata.ownerReferences?.find(each => each.controller);
      if (!owner) return '<none>';
      const [, group] = owner.apiVersion.split('/').reverse();
      const kind = owner.kind.toLowerCase();
      return `${group ? `${kind}.${group}` : kind}/${owner.name}`;
    }),
    integer('Revision', ({ revision }) => revision ?? 0),
    age,
  ],
};

function jobStatus({ metadata, spec, status: own }: KubernetesObject): string {
  const isTrue = (type: string) =>
    own?.conditions?.some(
      (each: { type: string; status: string }) =>
        each.type === type && each.status === 'True',
    );
  const said = [
    ['Complete', 'Complete'],
    ['Failed', 'Failed'],
  ].find(([type]) => isTrue(type))?.[1];
  if (said) return said;
  if (metadata.deletionTimestamp) return 'Terminating';
  const later = ['Suspended', 'FailureTarget', 'SuccessCriteriaMet'];
  return later.find(isTrue) ?? (spec?.suspend ? 'Suspended' : 'Running');
}

function jobCompletions({ spec, status: own }: KubernetesObject): string {
  const done = own?.succeeded ?? 0;
  if (spec?.completions !== undefined) return `${done}/${spec.completions}`;
  const parallelism = spec?.parallelism ?? 0;
  return parallelism > 1 ? `${done}/1 of ${parallelism}` : `${done}/1`;
}

function jobDuration({ status: own }: KubernetesObject, now: Date): string {
  if (!own?.startTime) return '';
  const end = own.completionTime
    ? Date.parse(own.completionTime)
    : now.getTime();
  return humanDuration(end - Date.parse(own.startTime));
}
