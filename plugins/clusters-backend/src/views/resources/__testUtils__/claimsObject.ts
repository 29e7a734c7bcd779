import type { LiveObject } from '../../../domain/LiveObject';

export const CREATED = '2026-11-21T08:00:00Z';

/** Of the object `claims` in `life-dev`, whatever its kind. */
export const metadata: LiveObject['metadata'] = {
  name: 'claims',
  namespace: 'life-dev',
  creationTimestamp: CREATED,
};

/** What a view keeps of that metadata. */
export const kept = {
  name: 'claims',
  namespace: 'life-dev',
  createdAt: Date.parse(CREATED),
};

/** The object `claims` as the API server answers it. */
export function claimsObject(
  spec: LiveObject['spec'],
  status: LiveObject['status'] = {},
): LiveObject {
  return { metadata, spec, status };
}
