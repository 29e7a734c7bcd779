import type { KubernetesObject } from '../../storage/KubernetesObject';
import type { Fault } from '../Fault';
import { oneOf, refused, required, wrong } from './faults';
import type { Loose } from './Loose';

const TYPES = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'];
const SOURCE: Readonly<Record<string, string>> = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};

export function autoscalerFaults({ spec = {} }: KubernetesObject): Fault[] {
  const { minReplicas = 1, maxReplicas = 0, scaleTargetRef, metrics } = spec;
  const canBeNone = (metrics ?? []).some(({ type }: Loose) =>
    ['Object', 'External'].includes(type),
  );
  const lowest = canBeNone ? 0 : 1;
  return [
    ...(minReplicas < lowest
      ? [
          wrong(
            'spec.minReplicas',
            minReplicas,
            `must be greater than or equal to ${lowest}`,
          ),
        ]
      : []),
    ...(maxReplicas < 1
      ? [wrong('spec.maxReplicas', maxReplicas, 'must be greater than 0')]
      : []),
    ...(maxReplicas < minReplicas
      ? [
          wrong(
            'spec.maxReplicas',
            maxReplicas,
            'must be greater than or equal to `minReplicas`',
          ),
        ]
      : []),
    ...targetFaults(scaleTargetRef),
    ...(metrics ?? []).flatMap((metric: Loose, index: number) =>
      metricFaults(`spec.metrics[${index}]`, metric),
    ),
    ...(minReplicas === 0 && !canBeNone
      ? [
          refused(
            'spec.metrics',
            'must specify at least one Object or External metric to support scaling to zero replicas',
          ),
        ]
      : []),
  ];
}

function targetFaults({ kind, name, apiVersion = '' }: Loose = {}): Fault[] {
  const field = 'spec.scaleTargetRef';
  return [
    ...(kind ? [] : [required(`${field}.kind`)]),
    ...(name ? [] : [required(`${field}.name`)]),
    ...(apiVersion === ''
      ? [
          wrong(
            `${field}.apiVersion`,
            apiVersion,
            'apiVersion must specify API group',
          ),
        ]
      : []),
  ];
}

function metricFaults(field: string, metric: Loose): Fault[] {
  const wrongType = oneOf(`${field}.type`, metric.type, TYPES);
  if (wrongType.length > 0) return wrongType;
  const name = SOURCE[metric.type];
  if (!metric[name]) {
    return [
      required(
        `${field}.${name}`,
        'must populate information for the given metric source',
      ),
    ];
  }
  return metric.type === 'Resource'
    ? targetValueFaults(`${field}.resource.target`, metric.resource.target)
    : [];
}

function targetValueFaults(field: string, target: Loose = {}): Fault[] {
  const { type = '', averageUtilization, averageValue } = target;
  const isKnown = ['Utilization', 'Value', 'AverageValue'].includes(type);
  return [
    ...(type
      ? []
      : [required(`${field}.type`, 'must specify a metric target type')]),
    ...(isKnown
      ? []
      : [
          wrong(
            `${field}.type`,
            type,
            'must be either Utilization, Value, or AverageValue',
          ),
        ]),
    ...(averageUtilization !== undefined && averageUtilization < 1
      ? [
          wrong(
            `${field}.averageUtilization`,
            averageUtilization,
            'must be greater than 0',
          ),
        ]
      : []),
    ...(averageUtilization === undefined && averageValue === undefined
      ? [
          required(
            `${field}.averageUtilization`,
            'must set either a target raw value or a target utilization',
          ),
        ]
      : []),
  ];
}
