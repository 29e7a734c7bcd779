import { createHash } from 'node:crypto';
import { canonicalPayload } from '@caas/plugin-approvals-common';

/**
 * The same for a step of a task that runs again, after a kill or because somebody retries it; another for another step, and
 * for each item of a step that runs `each`.
 */
export function keyOf(
  task: { taskId: string; stepId?: string },
  ask: object,
): string {
  const { taskId, stepId = '' } = task;
  const text = canonicalPayload({ taskId, stepId, ...ask });
  return `task-${createHash('sha256').update(text).digest('hex').slice(0, 48)}`;
}
