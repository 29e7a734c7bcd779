import { heldBy } from './leaving';
import type { LiveObject } from './LiveObject';

/** What is still missing before an object does its work, in a sentence; undefined when it does (after kstatus). */
export function missingForHealth(object: LiveObject): string | undefined {
  const { kind, metadata, status } = object;
  if (metadata.deletionTimestamp) {
    return ['It is being deleted', heldBy(object)].filter(Boolean).join('. ');
  }
  const observed = status?.observedGeneration;
  if (
    typeof observed === 'number' &&
    metadata.generation !== undefined &&
    observed < metadata.generation
  ) {
    return 'The cluster has not seen its newest generation yet';
  }
  if (kind === 'Namespace' && status?.phase !== 'Active') {
    return `Its phase is '${status?.phase ?? 'unknown'}'`;
  }
  if (kind === 'ResourceQuota' && !status?.hard) {
    return 'The cluster does not enforce it yet';
  }
  return undefined;
}
