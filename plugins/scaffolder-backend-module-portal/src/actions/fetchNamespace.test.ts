import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { Namespace } from '@caas/plugin-tenancy-common';
import { parse } from 'yaml';
import { FakePortal } from '../__testUtils__/FakePortal';
import { namespaceOf } from '../__testUtils__/namespaces';
import { LI_WEI } from '../__testUtils__/requests';
import { createFetchNamespaceAction } from './fetchNamespace';

const PLACE = { tenant: 'life', cluster: 'nonprod', environment: 'dev' };

async function fetch(input: object, namespaces: Namespace[]) {
  const portal = new FakePortal();
  portal.namespaces = namespaces;
  const output = jest.fn();
  const action = createFetchNamespaceAction({ portal });
  await action.handler({
    ...createMockActionContext({ input }),
    output,
    logger: mockServices.logger.mock(),
    getInitiatorCredentials: async () => mockCredentials.user(LI_WEI),
  } as Parameters<typeof action.handler>[0]);
  return { portal, outputs: Object.fromEntries(output.mock.calls) };
}

describe('caas:namespace:fetch', () => {
  const pay = namespaceOf();
  const others = [
    namespaceOf({ id: 'n2', name: 'life-pay-test', environment: 'test' }),
    namespaceOf({ id: 'n3', cluster: 'other' }),
    namespaceOf({ id: 'n4', tenant: 'property', name: 'property-pay-dev' }),
  ];
  const facts = {
    id: 'n1',
    name: 'life-pay-dev',
    tenant: 'life',
    cluster: 'nonprod',
    environment: 'dev',
    state: 'ready',
  };

  it.each([
    ['its id', { id: 'n1' }],
    [
      'its place and its name on the cluster',
      { ...PLACE, name: 'life-pay-dev' },
    ],
    ['its place and its short name', { ...PLACE, name: 'pay' }],
  ])(
    'finds a namespace by %s, as the person who runs the template',
    async (_, input) => {
      const { outputs, portal } = await fetch(input, [...others, pay]);
      expect(outputs).toEqual(facts);
      expect(portal.people).toEqual([LI_WEI]);
    },
  );

  it('says how long it is lent', async () => {
    const lease = {
      until: '2026-12-22T23:59:59.000Z',
      stage: 'reminded' as const,
      nextAt: '2026-12-22T23:59:59.000Z',
      heldBy: [],
    };
    const lent = namespaceOf({ lease });
    const { outputs } = await fetch({ id: 'n1' }, [lent]);
    expect(outputs).toMatchObject({
      leaseUntil: lease.until,
      leaseStage: 'reminded',
    });
  });

  it('looks through all pages', async () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      namespaceOf({ id: `m${index}`, name: `life-m${index}-dev` }),
    );
    const { outputs } = await fetch({ ...PLACE, name: 'm249' }, many);
    expect(outputs).toMatchObject({ id: 'm249' });
  });

  it('takes the one that stands for one that was deleted under the same name', async () => {
    const gone = namespaceOf({ id: 'n0', state: 'deleted' });
    const query = { ...PLACE, name: 'pay' };
    expect((await fetch(query, [gone, pay])).outputs).toEqual(facts);
    await expect(fetch(query, [gone])).rejects.toThrow(/There is no namespace/);
    const { outputs } = await fetch({ id: 'n0' }, [gone]);
    expect(outputs).toMatchObject({ state: 'deleted' });
  });

  it.each([
    [{ id: 'n9' }, /There is no namespace with the id 'n9' that you may see/],
    [
      { ...PLACE, name: 'nothing' },
      /There is no namespace 'nothing' of the tenant 'life' on the cluster 'nonprod' for 'dev' that you may see/,
    ],
    [{ ...PLACE, tenant: 'nowhere', name: 'pay' }, /of the tenant 'nowhere'/],
  ])('says of %j that there is none, with 404', async (input, message) => {
    const found = fetch(input, [pay, ...others]);
    await expect(found).rejects.toThrow(message);
    await expect(found).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it.each([{}, { name: 'pay' }, { ...PLACE }])(
    'refuses %j, and says what it needs',
    async input => {
      await expect(fetch(input, [pay])).rejects.toThrow(
        /by its 'id', or by 'tenant', 'cluster', 'environment' and 'name'/,
      );
    },
  );

  it('has examples that its own schema takes', () => {
    const action = createFetchNamespaceAction({ portal: new FakePortal() });
    const { properties = {} } = action.schema!.input as { properties?: object };
    for (const { example } of action.examples!) {
      const [step] = parse(example).steps;
      expect(step.action).toBe(action.id);
      expect(Object.keys(properties)).toEqual(
        expect.arrayContaining(Object.keys(step.input)),
      );
    }
  });
});
