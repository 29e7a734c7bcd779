import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { createDeferred } from '@backstage/types';
import { chineseOf, withChinese, type ContractClient } from '@caas/contract';
import { ORPCError } from '@orpc/server';
import { demoContract, startDemo } from './__testUtils__/demo';
import { createBackendClient } from './index';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const LI_WEI = 'user:default/li-wei';

type DemoClient = ContractClient<typeof demoContract>;

/** Another plugin, which lends the test its client. */
function createCaller(lend: (client: DemoClient) => void, onBehalfOf?: string) {
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
              onBehalfOf: onBehalfOf
                ? mockCredentials.user(onBehalfOf)
                : undefined,
            }),
          );
        },
      });
    },
  });
}

async function startBoth({
  onBehalfOf,
  ...behave
}: Parameters<typeof startDemo>[0] & { onBehalfOf?: string } = {}) {
  let client: DemoClient | undefined;
  const demo = await startDemo({
    ...behave,
    features: [
      createCaller(lent => {
        client = lent;
      }, onBehalfOf),
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

  it('throws it in both languages, where the other plugin knows both', async () => {
    const { client } = await startBoth({
      behave: () => {
        throw withChinese(new NotFoundError('There is no thing'), '没有此物');
      },
    });
    const error = await client.reconcile({}).catch(reason => reason);
    expect(error).toMatchObject({ message: 'There is no thing' });
    expect(chineseOf(error)).toBe('没有此物');
  });

  it('passes on in both languages what a third plugin said', async () => {
    const { client } = await startBoth({
      behave: async () => {
        throw withChinese(
          new ORPCError('ConflictError', { status: 409, message: 'Taken' }),
          '已被占用',
        );
      },
    });
    const error = await client.reconcile({}).catch(reason => reason);
    expect(error).toMatchObject({ name: 'ConflictError', message: 'Taken' });
    expect(chineseOf(error)).toBe('已被占用');
  });

  it('gives up when the caller does', async () => {
    const { client } = await startBoth({
      behave: () => new Promise(() => {}),
    });
    await expect(
      client.reconcile({}, { signal: AbortSignal.timeout(20) }),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('gives up also when the garbage was collected since it asked', async () => {
    const arrived = createDeferred();
    const { client } = await startBoth({
      behave: () => {
        arrived.resolve();
        return new Promise(() => {});
      },
    });
    const caller = new AbortController();
    const answer = client.reconcile({}, { signal: caller.signal });
    await arrived;
    collectGarbage();
    caller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('calls on behalf of somebody, who is the one that may or may not', async () => {
    const { client } = await startBoth({ onBehalfOf: LI_WEI });
    await expect(
      client.things.get({ id: 'a', limit: 7 }),
    ).resolves.toMatchObject({ actor: LI_WEI });
    await expect(client.reconcile({})).rejects.toMatchObject({ status: 403 });
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
