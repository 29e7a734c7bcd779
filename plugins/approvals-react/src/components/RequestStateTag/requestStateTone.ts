import type { RequestState } from '@caas/plugin-approvals-common';
import type { StatusTone } from '@caas/portal-ui';

const TONES: Record<RequestState, StatusTone> = {
  draft: 'neutral',
  pending: 'info',
  returned: 'warning',
  approved: 'info',
  executing: 'info',
  failed: 'danger',
  completed: 'success',
  rejected: 'danger',
  withdrawn: 'neutral',
  expired: 'neutral',
};

/**
 * What a state of a request means for the person.
 *
 * @public
 */
export function requestStateTone(state: RequestState): StatusTone {
  return TONES[state];
}
