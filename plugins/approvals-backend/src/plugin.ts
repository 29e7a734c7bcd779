import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { createContractRouter } from '@caas/contract-node';
import { approvalsContract } from '@caas/plugin-approvals-common';
import { BackstageAnnouncer } from './clients/BackstageAnnouncer';
import { DefaultKindProviders } from './clients/DefaultKindProviders';
import { DefaultPeopleDirectory } from './clients/DefaultPeopleDirectory';
import { DatabaseDelegationStore } from './database/DatabaseDelegationStore';
import { DatabaseKindStore } from './database/DatabaseKindStore';
import { DatabaseRequestStore } from './database/DatabaseRequestStore';
import { DatabaseTaskStore } from './database/DatabaseTaskStore';
import { connectDatabase, measureQueue } from '@caas/database-node';
import { delegationHandlers } from './handlers/delegations';
import { kindHandlers } from './handlers/kinds';
import { policyHandlers } from './handlers/policies';
import { requestHandlers } from './handlers/requests';
import { PolicyBook } from './policies/PolicyBook';
import { registerResources } from './resources';
import { DefaultRequestService } from './services/DefaultRequestService';
import { DelegationService } from './services/DelegationService';
import { KindService } from './services/KindService';
import { PolicyService } from './services/PolicyService';
import { RequestPermissions } from './services/RequestPermissions';
import { RevisionPlanner } from './services/RevisionPlanner';
import { TimeoutAlarm } from './workers/Alarm';
import { followProgress } from './workers/followProgress';
import { TaskRunner } from './workers/TaskRunner';
import { TaskWorker } from './workers/TaskWorker';

/**
 * The one desk where decisions are made.
 *
 * @public
 */
export const approvalsPlugin = createBackendPlugin({
  pluginId: 'approvals',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init({ config, lifecycle, logger, scheduler, ...deps }) {
        const clock = { now: () => new Date() };
        const policies = PolicyBook.open({
          file: config.getString('approvals.policiesFile'),
          clock,
          logger,
        });
        const knex = await connectDatabase(
          deps.database,
          '@caas/plugin-approvals-backend',
        );
        measureQueue({ ...deps, knex, table: 'tasks', clock });
        const kinds = DatabaseKindStore.create({ knex });
        const requests = DatabaseRequestStore.create({ knex, clock });
        const delegations = DatabaseDelegationStore.create({ knex });
        const tasks = DatabaseTaskStore.create({ knex });
        registerResources(deps.permissionsRegistry, requests);

        const providers = DefaultKindProviders.create(deps);
        const people = DefaultPeopleDirectory.create(deps);
        const announcer = BackstageAnnouncer.create({ ...deps, logger });
        const worker = TaskWorker.create({
          tasks,
          runner: TaskRunner.create({
            requests,
            tasks,
            providers,
            people,
            announcer,
            clock,
          }),
          alarm: new TimeoutAlarm(),
          clock,
          logger,
        });
        lifecycle.addShutdownHook(() => worker.stop());
        const service = DefaultRequestService.create({
          requests,
          planner: RevisionPlanner.create({
            kinds,
            providers,
            policies,
            people,
          }),
          providers,
          people,
          clock,
          onChange: file => {
            announcer.changed(file);
            worker.wake();
          },
        });

        deps.httpRouter.use(
          createContractRouter({
            title: 'Approvals',
            contract: approvalsContract,
            services: { ...deps, logger },
            handlers: os =>
              os.router({
                ...kindHandlers(os, KindService.create({ kinds, clock })),
                ...delegationHandlers(
                  os,
                  DelegationService.create({
                    delegations,
                    people,
                    announcer,
                    clock,
                  }),
                  clock,
                ),
                ...policyHandlers(
                  os,
                  PolicyService.create({ policies, requests }),
                ),
                ...requestHandlers(
                  os,
                  service,
                  RequestPermissions.create(deps),
                ),
              }),
          }),
        );

        await followProgress({ ...deps, tasks, worker, clock });
        // Every replica runs it: the claim divides the work.
        await scheduler.scheduleTask({
          id: 'work-on-tasks',
          scope: 'local',
          frequency: { seconds: 1 },
          timeout: { minutes: 1 },
          fn: () => worker.run(),
        });
      },
    });
  },
});
