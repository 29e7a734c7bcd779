import type {
  AuthService,
  DiscoveryService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { createBackendClient } from '@caas/contract-node';
import {
  approvalsContract,
  type RequestKind,
} from '@caas/plugin-approvals-common';
import { RequestKindAnnouncer } from './RequestKindAnnouncer';

/**
 * Announces the request kinds of a domain to approvals: at start-up, as soon as approvals answers, and again every few
 * minutes.
 *
 * @remarks
 * Level-triggered: what counts is that the desk hears it in the end. The domain starts whether approvals is there or not.
 *
 * @public
 */
export async function announceRequestKinds(options: {
  pluginId: string;
  kinds: Array<Omit<RequestKind, 'pluginId'>>;
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  scheduler: SchedulerService;
}): Promise<void> {
  const { pluginId, kinds, auth, discovery, logger, scheduler } = options;
  const announcer = RequestKindAnnouncer.create({
    desk: createBackendClient(approvalsContract, {
      pluginId: 'approvals',
      auth,
      discovery,
    }),
    pluginId,
    kinds,
    clock: { now: () => new Date() },
    logger,
  });
  // Every replica announces: which of them the desk has heard makes no difference.
  await scheduler.scheduleTask({
    id: 'announce-request-kinds',
    scope: 'local',
    frequency: { seconds: 1 },
    timeout: { seconds: 30 },
    fn: () => announcer.announceWhenDue(),
  });
}
