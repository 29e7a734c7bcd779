import { invalid } from '../api/ApiError';
import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';
import type { Fault } from './Fault';

const POLICIES = ['AlwaysAllow', 'IfHealthyBudget'];

/** A budget says either how many pods stay, or how many may go: as a number, or as a part of all. */
export function checkDisruptionBudget(
  kind: ResourceKind,
  { metadata, spec = {} }: KubernetesObject,
): void {
  if (kind.kind !== 'PodDisruptionBudget') return;
  const { minAvailable, maxUnavailable, unhealthyPodEvictionPolicy } = spec;
  const faults: Fault[] = [];
  if (minAvailable !== undefined && maxUnavailable !== undefined) {
    const value = {
      MinAvailable: minAvailable,
      Selector: spec.selector ?? null,
      MaxUnavailable: maxUnavailable,
      UnhealthyPodEvictionPolicy: unhealthyPodEvictionPolicy ?? null,
    };
    faults.push({
      field: 'spec',
      message: `Invalid value: ${JSON.stringify(value)}: minAvailable and maxUnavailable cannot be both set`,
    });
  }
  faults.push(
    ...amountFaults('spec.minAvailable', minAvailable),
    ...amountFaults('spec.maxUnavailable', maxUnavailable),
  );
  if (
    unhealthyPodEvictionPolicy !== undefined &&
    !POLICIES.includes(unhealthyPodEvictionPolicy)
  ) {
    faults.push({
      field: 'spec.unhealthyPodEvictionPolicy',
      reason: 'FieldValueNotSupported',
      message: `Unsupported value: ${JSON.stringify(unhealthyPodEvictionPolicy)}: supported values: ${POLICIES.map(each => JSON.stringify(each)).join(', ')}`,
    });
  }
  if (faults.length > 0) throw invalid(kind, metadata.name, faults);
}

function amountFaults(field: string, amount: unknown): Fault[] {
  const refuse = (why: string) => [
    { field, message: `Invalid value: ${JSON.stringify(amount)}: ${why}` },
  ];
  if (typeof amount === 'number') {
    return amount < 0 ? refuse('must be greater than or equal to 0') : [];
  }
  if (typeof amount !== 'string') return [];
  if (!/^\d+%$/.test(amount)) {
    return refuse(
      "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
    );
  }
  return Number(amount.slice(0, -1)) > 100
    ? refuse('must not be greater than 100%')
    : [];
}
