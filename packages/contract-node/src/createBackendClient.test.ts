import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import type { ContractClient } from '@caas/contract';
import { demoContract, startDemo } from './__testUtils__/demo';
import { createBackendClient } from './index';

type DemoClient = ContractClient<typeof demoContract>;

/** Another plugin, which lends the test its client. */
function createCaller(lend: (client: DemoClient) => void) {
  return createBackendPlugin({
    pluginId: 'caller',
    register(env) {
      env.registerInit({
        deps: { auth: coreServices.auth, discovery: coreServices.discovery },
        async init({ auth, discovery }) {
          lend(
            createBackendClient(demoContract, {
              pluginId: 'demo',
              auth,
              discovery,
            }),
          );
        },
      });
    },
  });
}

async function startBoth(behave?: Parameters<typeof startDemo>[0]) {
  let client: DemoClient | undefined;
  const demo = await startDemo({
    ...behave,
    features: [
      createCaller(lent => {
        client = lent;
      }),
    ],
  });
  return { demo, client: client! };
}

describe('createBackendClient', () => {
  it('calls another plugin over HTTP as the calling plugin', async () => {
    const { client, demo } = await startBoth();
    await expect(client.reconcile({ text: '寿险' })).resolves.toMatchObject({
      actor: 'plugin:caller',
      input: { text: '寿险' },
    });
    expect(demo.auditor.events).toMatchObject([
      { event: 'reconcile', endings: [{ outcome: 'succeeded' }] },
    ]);
    await expect(
      client.things.get({ id: 'a/b?c', limit: 7 }),
    ).resolves.toMatchObject({ input: { id: 'a/b?c', limit: 7 } });
  });

  it('throws what the other plugin throws', async () => {
    const { client } = await startBoth({
      behave: () => {
        throw new NotFoundError("There is no thing 'a'");
      },
    });
    await expect(client.reconcile({})).rejects.toMatchObject({
      name: 'NotFoundError',
      message: "There is no thing 'a'",
      status: 404,
    });
  });

  it('gives up when the caller does', async () => {
    const { client } = await startBoth({
      behave: () => new Promise(() => {}),
    });
    await expect(
      client.reconcile({}, { signal: AbortSignal.timeout(20) }),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('looks the address and the token up for every call', async () => {
    const ports = ['1', '2'];
    const client = createBackendClient(demoContract, {
      pluginId: 'demo',
      auth: mockServices.auth(),
      discovery: {
        getBaseUrl: async () => `http://localhost:${ports.shift()}/api/demo`,
        getExternalBaseUrl: async () => '',
      },
    });
    const seen: { url: string; authorization: string | null }[] = [];
    const spy = jest.spyOn(global, 'fetch').mockImplementation(async input => {
      const { url, headers } = input as Request;
      seen.push({ url, authorization: headers.get('authorization') });
      return Response.json({});
    });
    await client.reconcile({});
    await client.reconcile({});
    spy.mockRestore();
    expect(seen).toEqual([
      {
        url: 'http://localhost:1/api/demo/reconcile',
        authorization: expect.stringContaining('"target":"demo"'),
      },
      {
        url: 'http://localhost:2/api/demo/reconcile',
        authorization: expect.stringContaining('"target":"demo"'),
      },
    ]);
  });
});
