import type { ObjectCondition } from '@caas/plugin-clusters-common';
import { ConditionTable } from '@caas/portal-ui';

/** The conditions of an object on a cluster. */
export function ObjectConditions(props: { conditions: ObjectCondition[] }) {
  return (
    <ConditionTable
      conditions={props.conditions.map(
        ({ type, status, reason = '', message = '', since = '' }) => ({
          type,
          // Kubernetes has no other status.
          status: status as 'True' | 'False' | 'Unknown',
          reason,
          message,
          lastTransitionTime: since,
        }),
      )}
    />
  );
}
