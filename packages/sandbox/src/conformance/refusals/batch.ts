import type { Refusal } from './Refusal';

const containers = [{ name: 'main', image: 'a:1' }];
const ending = { spec: { containers, restartPolicy: 'Never' } };
const jobTemplate = { spec: { template: ending } };
const cron = { schedule: '* * * * *', jobTemplate };
const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

/** Work that ends, and what scales the other kind. */
export const BATCH: Refusal[] = [
  [
    'Job',
    {},
    '[spec.template.spec.containers: Required value, spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"]',
  ],
  [
    'Job',
    { parallelism: -1, backoffLimit: -1, template: ending },
    '[spec.parallelism: Invalid value: -1: must be greater than or equal to 0, spec.backoffLimit: Invalid value: -1: must be greater than or equal to 0]',
  ],
  [
    'Job',
    { completionMode: 'X', template: ending },
    'spec.completionMode: Unsupported value: "X": supported values: "NonIndexed", "Indexed"',
  ],
  [
    'CronJob',
    {},
    '[spec.schedule: Required value, spec.jobTemplate.spec.template.spec.containers: Required value, spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"]',
  ],
  ...(
    [
      ['x', 'expected exactly 5 fields, found 1: [x]'],
      ['61 * * * *', 'end of range (61) above maximum (59): 61'],
      [
        'a * * * *',
        'failed to parse int from a: strconv.Atoi: parsing "a": invalid syntax',
      ],
      ['* * * * * *', 'expected exactly 5 fields, found 6: [* * * * * *]'],
      ['@x', 'unrecognized descriptor: @x'],
      [
        'TZ=UTC * * * * *',
        'cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
      ],
    ] as const
  ).map(([schedule, why]): Refusal => [
    'CronJob',
    { schedule, jobTemplate },
    `spec.schedule: Invalid value: "${schedule}": ${why}`,
  ]),
  [
    'CronJob',
    { ...cron, timeZone: 'Mars/Base' },
    'spec.timeZone: Invalid value: "Mars/Base": unknown time zone Mars/Base',
  ],
  [
    'CronJob',
    { ...cron, concurrencyPolicy: 'X', successfulJobsHistoryLimit: -1 },
    '[spec.concurrencyPolicy: Unsupported value: "X": supported values: "Allow", "Forbid", "Replace", spec.successfulJobsHistoryLimit: Invalid value: -1: must be greater than or equal to 0]',
  ],
  [
    'HorizontalPodAutoscaler',
    {},
    '[spec.maxReplicas: Invalid value: 0: must be greater than 0, spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`, spec.scaleTargetRef.kind: Required value, spec.scaleTargetRef.name: Required value, spec.scaleTargetRef.apiVersion: Invalid value: "": apiVersion must specify API group]',
  ],
  [
    'HorizontalPodAutoscaler',
    { minReplicas: 5, maxReplicas: 2, scaleTargetRef: target },
    'spec.maxReplicas: Invalid value: 2: must be greater than or equal to `minReplicas`',
  ],
  [
    'HorizontalPodAutoscaler',
    { minReplicas: 0, maxReplicas: 2, scaleTargetRef: target },
    '[spec.minReplicas: Invalid value: 0: must be greater than or equal to 1, spec.metrics: Forbidden: must specify at least one Object or External metric to support scaling to zero replicas]',
  ],
  [
    'HorizontalPodAutoscaler',
    {
      maxReplicas: 2,
      scaleTargetRef: target,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 0 },
          },
        },
      ],
    },
    'spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0',
  ],
  [
    'HorizontalPodAutoscaler',
    { maxReplicas: 2, scaleTargetRef: target, metrics: [{ type: 'Resource' }] },
    'spec.metrics[0].resource: Required value: must populate information for the given metric source',
  ],
];
