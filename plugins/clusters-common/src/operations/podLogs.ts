import { operation, streamOf } from '@caas/contract';
import { z } from 'zod';
import { podLogReadPermission } from '../permissions';
import { clusterName, MAX_LOG_LINES, podLog, podLogEvent } from '../schemas';
import { objectName } from './inputs';

const LONGEST_SINCE_SECONDS = 30 * 24 * 3600;

/** A switch in the address of a request. */
const flag = z
  .union([
    z.boolean(),
    z.enum(['true', 'false']).transform(text => text === 'true'),
  ])
  .default(false);

const logOf = z.object({
  cluster: clusterName,
  namespace: objectName,
  pod: objectName,
  /** May be left out for a pod of one container. */
  container: z.string().trim().min(1).max(63).optional(),
  /** The last so many lines. */
  tailLines: z.coerce.number().int().min(1).max(MAX_LOG_LINES).default(1000),
  /** Nothing older than this. */
  sinceSeconds: z.coerce
    .number()
    .int()
    .min(1)
    .max(LONGEST_SINCE_SECONDS)
    .optional(),
});

const access = {
  kind: 'permission',
  permission: podLogReadPermission,
} as const;

const audit = { event: 'pod-log-read', severity: 'low' } as const;

/** What containers write. */
export const podLogs = {
  log: operation({
    method: 'GET',
    path: '/clusters/{cluster}/namespaces/{namespace}/pods/{pod}/log',
    summary: 'Show the last lines of the log of a container',
    access,
    audit,
  })
    .input(
      logOf.extend({
        /** Of the run before the last restart. */
        previous: flag,
      }),
    )
    .output(podLog),
  followLog: operation({
    method: 'GET',
    path: '/clusters/{cluster}/namespaces/{namespace}/pods/{pod}/log/follow',
    summary:
      'Show the last lines of the log of a container, and what follows as it is written',
    access,
    audit,
  })
    .input(logOf)
    .output(streamOf(podLogEvent)),
};
