import { Cron } from 'croner';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import { isSame } from '../../storage/sameness';
import { scheduleFault } from '../../controllers/cronJobs/schedule';
import type { Fault } from '../Fault';
import { endingTemplateFaults } from './checkTemplate';
import { notNegative, oneOf, required, wrong } from './faults';

const LONGEST_LABEL = 63;

export function jobFaults({ metadata, spec }: KubernetesObject): Fault[] {
  const tooLong = `must be no more than ${LONGEST_LABEL} characters`;
  const labels = ['job-name', 'batch.kubernetes.io/job-name'];
  return [
    ...(metadata.name.length > LONGEST_LABEL
      ? labels.map(() => wrong('spec.template.labels', metadata.name, tooLong))
      : []),
    ...[
      'parallelism',
      'completions',
      'activeDeadlineSeconds',
      'backoffLimit',
      'ttlSecondsAfterFinished',
    ].flatMap(name => notNegative(`spec.${name}`, spec?.[name])),
    ...oneOf('spec.completionMode', spec?.completionMode, [
      'NonIndexed',
      'Indexed',
    ]),
    ...endingTemplateFaults('spec.template', spec?.template),
  ];
}

/** The work of a Job is settled when it is made; how fast it is done is not. */
export function jobChangeFaults(
  before: KubernetesObject,
  after: KubernetesObject,
): Fault[] {
  // A Job that has not begun may still be placed elsewhere; nothing here does that.
  return ['completions', 'selector', 'template', 'completionMode']
    .filter(name => !isSame(before.spec?.[name], after.spec?.[name]))
    .map(name =>
      wrong(`spec.${name}`, after.spec?.[name], 'field is immutable'),
    );
}

/** A Job's name is that of its CronJob and eleven more letters. */
const LONGEST_NAME = LONGEST_LABEL - 11;

export function cronJobFaults({ metadata, spec }: KubernetesObject): Fault[] {
  const template = spec?.jobTemplate?.spec?.template;
  return [
    ...(metadata.name.length > LONGEST_NAME
      ? [
          wrong(
            'metadata.name',
            metadata.name,
            `must be no more than ${LONGEST_NAME} characters`,
          ),
        ]
      : []),
    ...scheduleFaults(spec?.schedule),
    ...timeZoneFaults(spec?.timeZone),
    ...notNegative(
      'spec.startingDeadlineSeconds',
      spec?.startingDeadlineSeconds,
    ),
    ...oneOf('spec.concurrencyPolicy', spec?.concurrencyPolicy, [
      'Allow',
      'Forbid',
      'Replace',
    ]),
    ...['successfulJobsHistoryLimit', 'failedJobsHistoryLimit'].flatMap(name =>
      notNegative(`spec.${name}`, spec?.[name]),
    ),
    ...endingTemplateFaults('spec.jobTemplate.spec.template', template),
  ];
}

function scheduleFaults(schedule: string | undefined): Fault[] {
  if (!schedule) return [required('spec.schedule')];
  const fault = scheduleFault(schedule);
  return fault ? [wrong('spec.schedule', schedule, fault)] : [];
}

function timeZoneFaults(timeZone: string | undefined): Fault[] {
  if (timeZone === undefined) return [];
  if (timeZone === '') {
    const why = 'timeZone must be nil or non-empty string';
    return [wrong('spec.timeZone', timeZone, why)];
  }
  try {
    new Cron('* * * * *', { timezone: timeZone, paused: true }).nextRun();
    return [];
  } catch {
    return [wrong('spec.timeZone', timeZone, `unknown time zone ${timeZone}`)];
  }
}
