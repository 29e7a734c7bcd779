import { operation } from '@caas/contract';
import { z } from 'zod';
import { clusterReadPermission, workloadReadPermission } from '../permissions';
import { clusterName, usageHistory } from '../schemas';
import { objectName } from './inputs';

const period = z.object({
  /** How far back, up to two weeks. */
  hours: z.coerce.number().int().min(1).max(336).default(24),
});

/** Use over time. */
export const usage = {
  ofCluster: operation({
    method: 'GET',
    path: '/clusters/{cluster}/usage-history',
    summary: 'Show what a cluster had, promised and used over time',
    access: { kind: 'permission', permission: clusterReadPermission },
  })
    .input(period.extend({ cluster: clusterName }))
    .output(usageHistory),
  ofNamespace: operation({
    method: 'GET',
    path: '/clusters/{cluster}/namespaces/{namespace}/usage-history',
    summary: 'Show what the pods of a namespace asked for and used over time',
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(period.extend({ cluster: clusterName, namespace: objectName }))
    .output(usageHistory),
};
