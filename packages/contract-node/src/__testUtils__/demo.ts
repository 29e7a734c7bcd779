import type { Server } from 'node:http';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { createPermission } from '@backstage/plugin-permission-common';
import { operation, says } from '@caas/contract';
import { z } from 'zod';
import { createContractRouter, type Call } from '../index';
import { RecordingAuditor } from './RecordingAuditor';

export const basicPermission = createPermission({
  name: 'demo.report.create',
  attributes: { action: 'create' },
});
export const readPermission = createPermission({
  name: 'demo.thing.read',
  attributes: { action: 'read' },
  resourceType: 'demo-thing',
});
export const writePermission = createPermission({
  name: 'demo.thing.update',
  attributes: { action: 'update' },
  resourceType: 'demo-thing',
});

const answer = z.object({
  actor: z.string().optional(),
  input: z.json().optional(),
  access: z.json().optional(),
});

/** One operation for each kind of access. */
export const demoContract = {
  open: operation({
    method: 'GET',
    path: '/open',
    summary: 'Open to everybody',
    access: { kind: 'public', because: 'it says nothing' },
  })
    .input(z.object({}))
    .output(answer),
  things: {
    get: operation({
      method: 'GET',
      path: '/things/{id}',
      summary: 'Show a thing | or two',
      access: { kind: 'authenticated' },
    })
      .input(
        z.object({
          id: z.string().max(10, 'An id has at most 10 characters'),
          limit: z.coerce.number().int().max(100).default(20),
        }),
      )
      .output(answer),
    list: operation({
      method: 'GET',
      path: '/things',
      summary: 'List things',
      access: { kind: 'permission', permission: readPermission },
    })
      .input(z.object({}))
      .output(answer),
    update: operation({
      method: 'PUT',
      path: '/things/{id}',
      summary: 'Change a thing',
      access: { kind: 'permission', permission: writePermission },
      audit: { event: 'thing-update', severity: 'high' },
    })
      .input(
        z.object({
          id: z.string(),
          size: z.object({
            cpu: z.number(says('Write a number of cores', '请填写核数')),
            text: z.string().optional(),
          }),
        }),
      )
      .output(answer),
  },
  report: operation({
    method: 'POST',
    path: '/reports',
    summary: 'Make a report',
    access: { kind: 'permission', permission: basicPermission },
    audit: { event: 'report-create', severity: 'medium' },
  })
    .input(z.object({}))
    .output(answer),
  reconcile: operation({
    method: 'POST',
    path: '/reconcile',
    summary: 'For other backends',
    access: { kind: 'service' },
    audit: { event: 'reconcile', severity: 'low' },
  })
    .input(z.object({ text: z.string().default('') }))
    .output(answer),
};

/** What every operation does: whatever the test wants, and then it says what it was told. */
export type Behaviour = (call: Call, input: unknown) => Promise<unknown> | void;

export type Demo = Awaited<ReturnType<typeof startDemo>>;

/** A backend with the plugin `demo`, which serves the contract. */
export async function startDemo(
  options: {
    behave?: Behaviour;
    permissions?: Partial<PermissionsService>;
    features?: Parameters<typeof startTestBackend>[0]['features'];
  } = {},
) {
  const { behave = () => {} } = options;
  const auditor = new RecordingAuditor();
  const logger = mockServices.rootLogger.mock();
  logger.child.mockReturnValue(logger);
  const respond = async ({
    context,
    input,
  }: {
    context: Call;
    input: unknown;
  }) => {
    const result = await behave(context, input);
    const plain = { actor: context.actor, access: context.access.filter };
    return (result ?? { ...plain, input }) as z.infer<typeof answer>;
  };
  const plugin = createBackendPlugin({
    pluginId: 'demo',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
        },
        async init({ httpRouter, ...services }) {
          httpRouter.addAuthPolicy({ path: '/open', allow: 'unauthenticated' });
          httpRouter.use(
            createContractRouter({
              title: 'Demo',
              contract: demoContract,
              services: { ...services, auditor, logger },
              handlers: os =>
                os.router({
                  open: os.open.handler(respond),
                  things: {
                    get: os.things.get.handler(respond),
                    list: os.things.list.handler(respond),
                    update: os.things.update.handler(respond),
                  },
                  report: os.report.handler(respond),
                  reconcile: os.reconcile.handler(respond),
                }),
            }),
          );
        },
      });
    },
  });
  const { permissions } = options;
  const { server } = await startTestBackend({
    features: [
      plugin,
      ...(permissions
        ? [
            createServiceFactory({
              service: coreServices.permissions,
              deps: {},
              factory: () => mockServices.permissions.mock(permissions),
            }),
          ]
        : []),
      ...(options.features ?? []),
    ],
  });
  // It extends the server of node:http, which its type does not say.
  const httpServer = server as unknown as Server;
  return { server: httpServer, auditor, logger };
}
