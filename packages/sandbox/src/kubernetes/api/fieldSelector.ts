import type { KubernetesObject } from '../storage/KubernetesObject';
import { badRequest } from './ApiError';
import type { ResourceKind } from './ResourceKind';
import type { Matcher } from './labelSelector';

/** The fields of each kind that a selector may name, beside its name and namespace. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
  ],
  Namespace: ['status.phase'],
  Node: ['spec.unschedulable'],
  Secret: ['type'],
  ReplicaSet: ['status.replicas'],
  Job: ['status.successful'],
  Event: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
};

/** `field=value` and `field!=value`, joined by commas. */
export function fieldMatcher(kind: ResourceKind, selector: string): Matcher {
  const offered = [
    'metadata.name',
    'metadata.namespace',
    ...(FIELDS[kind.kind] ?? []),
  ];
  const matchers = selector.split(',').map((text): Matcher => {
    const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(text);
    if (!match)
      throw badRequest(
        `invalid selector: '${text}'; can't understand '${text}'`,
      );
    const [, field, operator, value] = match;
    if (!offered.includes(field)) {
      throw badRequest(`field label not supported: ${field}`);
    }
    return object => (read(object, field) === value) === (operator !== '!=');
  });
  return object => matchers.every(matches => matches(object));
}

function read(object: KubernetesObject, field: string): string {
  if (field === 'source') return object.source?.component ?? '';
  let value: any = object; // a path of fields that the kind may have
  for (const part of field.split('.')) value = value?.[part];
  return String(value ?? (field === 'spec.unschedulable' ? false : ''));
}
