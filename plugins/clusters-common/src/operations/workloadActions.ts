import { operation } from '@caas/contract';
import { z } from 'zod';
import {
  workloadRestartPermission,
  workloadScalePermission,
} from '../permissions';
import {
  actionReason,
  clusterName,
  scaleResult,
  workloadKind,
} from '../schemas';
import { objectName } from './inputs';

const ofWorkload = z.object({
  cluster: clusterName,
  namespace: objectName,
  kind: workloadKind,
  name: objectName,
  reason: actionReason.optional(),
});
const MOST_REPLICAS = 1000;

/** What people do with workloads. */
export const workloadActions = {
  restart: operation({
    method: 'POST',
    path: '/clusters/{cluster}/namespaces/{namespace}/workloads/{kind}/{name}/restart',
    summary: 'Replace the pods of a workload, a few at a time',
    access: { kind: 'permission', permission: workloadRestartPermission },
    audit: { event: 'workload-restart', severity: 'medium' },
  })
    .input(ofWorkload)
    .output(z.object({ restartedAt: z.string() })),
  scale: operation({
    method: 'POST',
    path: '/clusters/{cluster}/namespaces/{namespace}/workloads/{kind}/{name}/scale',
    summary: 'Change how many pods a workload wants',
    access: { kind: 'permission', permission: workloadScalePermission },
    audit: { event: 'workload-scale', severity: 'medium' },
  })
    .input(
      ofWorkload.extend({
        /** What the person saw: nothing happens when it is something else by now. */
        from: z.number().int().min(0),
        to: z.number().int().min(0).max(MOST_REPLICAS),
      }),
    )
    .output(scaleResult),
};
