import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  actionsRegistryServiceMock,
  type MockActionsRegistry,
} from '@backstage/backend-test-utils/alpha';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { NotFoundError, serializeError } from '@backstage/errors';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { contractPlugin, inTenants, mockPolicy } from '@caas/backend-testing';
import { approvalsContract } from '@caas/plugin-approvals-common';
import { tenancyContract } from '@caas/plugin-tenancy-common';
import { namespaceOf } from './__testUtils__/namespaces';
import { LI_WEI, requestOf } from './__testUtils__/requests';
import scaffolderModulePortal from './index';

const ZHANG_MIN = 'user:default/zhang-min';
const NOBODY = 'user:default/nobody';
const TENANT_OF: Record<string, string> = {
  [LI_WEI]: 'life',
  [ZHANG_MIN]: 'property',
};
const ASK = {
  kind: 'namespace.create',
  tenant: 'life',
  payload: { name: 'pay' },
  purpose: 'For the tests',
};

/** Approvals and tenancy, as far as they are asked, behind their real gates. */
function domains() {
  const submitters: string[] = [];
  const { submit, get } = approvalsContract.requests;
  const approvals = contractPlugin({
    pluginId: 'approvals',
    contract: { requests: { submit, get } },
    handlers: os =>
      os.router({
        requests: {
          submit: os.requests.submit.handler(({ input, context }) => {
            const scope = { tenant: input.tenant, people: [] };
            if (!context.access.allows(scope)) {
              throw Object.assign(
                new NotFoundError(`There is no tenant '${input.tenant}'`),
                { translations: { 'zh-CN': `没有租户“${input.tenant}”` } },
              );
            }
            submitters.push(context.actor!);
            return requestOf({ requester: context.actor });
          }),
          get: os.requests.get.handler(({ context }) => {
            if (!context.access.allows({ tenant: 'life', people: [] })) {
              throw new NotFoundError(`There is no request 'r1'`);
            }
            return requestOf();
          }),
        },
      }),
  });
  const { list } = tenancyContract.namespaces;
  const tenancy = contractPlugin({
    pluginId: 'tenancy',
    contract: { namespaces: { list } },
    handlers: os =>
      os.router({
        namespaces: {
          list: os.namespaces.list.handler(({ context }) => {
            const items = [namespaceOf()].filter(({ tenant }) =>
              context.access.allows({ tenant, people: [] }),
            );
            return { items, totalCount: items.length };
          }),
        },
      }),
  });
  return { submitters, features: [approvals, tenancy] };
}

async function start() {
  const { submitters, features } = domains();
  const actions = new Map<string, TemplateAction>();
  const registry: MockActionsRegistry = actionsRegistryServiceMock();
  const policy = (
    user: string,
    permission: { name: string },
  ): PolicyDecision =>
    TENANT_OF[user]
      ? inTenants(permission.name.split('.')[0], permission as never, [
          TENANT_OF[user],
        ])
      : { result: AuthorizeResult.DENY };
  await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        {
          addActions: (...added: TemplateAction[]) =>
            added.forEach(action => actions.set(action.id, action)),
        },
      ],
    ],
    features: [
      scaffolderModulePortal,
      ...features,
      mockPolicy(policy).factory,
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://portal.example/' } },
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => registry,
      }),
    ],
  });
  const run = async (id: string, input: object, person: string) => {
    const output = jest.fn();
    await actions.get(id)!.handler({
      ...createMockActionContext({ input: input as {} }),
      output,
      getInitiatorCredentials: async () => mockCredentials.user(person),
    });
    return Object.fromEntries(output.mock.calls);
  };
  const invoke = (name: string, input: object, person: string) =>
    registry.invoke({
      id: `test:${name}`,
      input: input as {},
      credentials: mockCredentials.user(person),
    });
  return { submitters, run, invoke };
}

describe('scaffolderModulePortal', () => {
  it('lets a template do what the person who runs it may do, and nothing else', async () => {
    const { run, submitters } = await start();
    await expect(run('caas:request:submit', ASK, LI_WEI)).resolves.toEqual({
      id: 'r1',
      state: 'pending',
      link: 'http://portal.example/requests/r1',
    });
    expect(submitters).toEqual([LI_WEI]);
    await expect(
      run('caas:namespace:fetch', { id: 'n1' }, LI_WEI),
    ).resolves.toMatchObject({ name: 'life-pay-dev' });

    await expect(run('caas:request:submit', ASK, ZHANG_MIN)).rejects.toThrow(
      "The request 'namespace.create' was refused: There is no tenant 'life'",
    );
    await expect(run('caas:request:submit', ASK, NOBODY)).rejects.toMatchObject(
      {
        name: 'NotAllowedError',
      },
    );
    await expect(
      run('caas:namespace:fetch', { id: 'n1' }, ZHANG_MIN),
    ).rejects.toThrow("There is no namespace with the id 'n1'");
    expect(submitters).toEqual([LI_WEI]);
  });

  it('says in the words of the contract what cannot be right', async () => {
    const { run, submitters } = await start();
    await expect(
      run('caas:request:submit', { ...ASK, purpose: 'x' }, LI_WEI),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('at least 5 characters'),
    });
    expect(submitters).toEqual([]);
  });

  it('lets an assistant do the same, as the person who calls', async () => {
    const { invoke, submitters } = await start();
    await expect(invoke('submit-request', ASK, LI_WEI)).resolves.toEqual({
      output: {
        id: 'r1',
        state: 'pending',
        title: requestOf().title,
        link: 'http://portal.example/requests/r1',
        timeline: expect.arrayContaining([
          '已提交 / Submitted — user:default/li-wei',
        ]),
      },
    });
    expect(submitters).toEqual([LI_WEI]);
    await expect(
      invoke('fetch-namespace', { id: 'n1' }, LI_WEI),
    ).resolves.toMatchObject({ output: { name: 'life-pay-dev' } });
    await expect(
      invoke('get-request', { id: 'r1' }, LI_WEI),
    ).resolves.toMatchObject({ output: { state: 'pending' } });

    for (const [name, input] of [
      ['submit-request', ASK],
      ['get-request', { id: 'r1' }],
      ['fetch-namespace', { id: 'n1' }],
    ] as const) {
      await expect(invoke(name, input, ZHANG_MIN)).rejects.toThrow(
        /There is no/,
      );
    }
    expect(submitters).toEqual([LI_WEI]);
  });

  it('refuses in the words of the domain, also where Backstage writes an error as JSON', async () => {
    const { invoke } = await start();
    const refused = invoke('submit-request', ASK, ZHANG_MIN);
    expect(await refused.catch(serializeError)).toMatchObject({
      name: 'NotFoundError',
      message: "There is no tenant 'life'",
      status: 404,
      translations: { 'zh-CN': '没有租户“life”' },
    });
  });
});
