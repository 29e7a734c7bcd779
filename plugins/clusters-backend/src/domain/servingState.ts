import type { ServingState } from '@caas/plugin-clusters-common';

/** Whether a controller serves something, from the condition in which it says so. */
export function servingStateOf(
  condition: { status: string } | undefined,
): ServingState {
  if (condition?.status === 'True') return 'accepted';
  return condition?.status === 'False' ? 'refused' : 'waiting';
}
