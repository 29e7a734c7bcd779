import { TestDatabases } from '@backstage/backend-test-utils';
import { RowAccess } from '@caas/contract-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  caller,
  CHEN_JING,
  createDesk,
  createStores,
  LI_WEI,
  NOW,
  SUN_LI,
  WANG_FANG,
  ZHANG_MIN,
} from '../__testUtils__/desk';
import { oneStage, rulesFile } from '../__testUtils__/rules';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

/** What the policy answers to a member of one tenant: the rows of the tenant, and those that name them. */
function memberOf(tenant: string, person: string): RowAccess {
  const resourceType = 'approvals-request';
  return RowAccess.fromDecision({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'approvals',
    resourceType,
    conditions: {
      anyOf: [
        { rule: 'IN_TENANTS', resourceType, params: { tenants: [tenant] } },
        { rule: 'INVOLVES', resourceType, params: { users: [person] } },
      ],
    },
  });
}

describe.each(databases.eachSupportedId())('requests on %s', databaseId => {
  const start = async (rules?: string) =>
    createDesk(await createStores(databases, databaseId), { rules });

  it('are stored with their frozen payload, their stages and the work that follows', async () => {
    const desk = await start();
    const { request } = await desk.submit({
      payload: { name: 'a', environment: 'dev', size: { b: 1, a: 2 } },
    });
    expect(await desk.get(request.id)).toMatchObject({
      request: {
        kind: 'demo.make',
        pluginId: 'demo',
        tenant: 'life',
        environment: 'dev',
        title: { en: 'Make a' },
        requester: LI_WEI,
        state: 'pending',
        version: 1,
        revision: 1,
        createdAt: NOW.toISOString(),
      },
      revision: {
        payload: { name: 'a', environment: 'dev', size: { b: 1, a: 2 } },
        // sha256 of {"environment":"dev","name":"a","size":{"a":2,"b":1}}
        payloadHash:
          'd1f1f892c73b3415091eafe2315b0e9d1382cae999d8eef54eb389841a935594',
        purpose: 'For the tests',
        policy: {
          rule: 'two-stages',
          version: expect.stringMatching(/^[0-9a-f]{12}$/),
        },
      },
      stages: [
        {
          position: 0,
          state: 'open',
          approvers: [SUN_LI, WANG_FANG],
          dueAt: '2026-11-22T08:00:00.000Z',
        },
        { position: 1, state: 'waiting', approvers: [] },
      ],
      timeline: [{ event: 'submitted', by: LI_WEI }],
      execution: undefined,
    });
    expect(
      await desk.knex('tasks').orderBy('id').select('type', 'revision'),
    ).toEqual([
      { type: 'notify', revision: 1 },
      { type: 'reserve', revision: 1 },
      { type: 'watch', revision: 1 },
    ]);
    expect(await desk.requests.find('unknown')).toBeUndefined();
  });

  it('are made once for an idempotency key of a person, also at once', async () => {
    const desk = await start();
    const submit = (person: string) =>
      desk.submit({ idempotencyKey: 'key-00000001' }, person);
    const files = await Promise.all(
      Array.from({ length: 8 }, () => submit(LI_WEI)),
    );
    expect(new Set(files.map(({ request }) => request.id)).size).toBe(1);
    const other = await submit(ZHANG_MIN);
    expect(other.request.id).not.toBe(files[0].request.id);
    expect(await desk.knex('requests')).toHaveLength(2);
    expect(await desk.knex('stages')).toHaveLength(4);
  });

  it('refuse states, verdicts and tasks that do not exist, and a second decision of a person', async () => {
    const desk = await start(rulesFile(oneStage('all')));
    const { request } = await desk.submit();
    await desk.decide(request.id, WANG_FANG);
    for (const [table, column] of [
      ['requests', 'state'],
      ['stages', 'state'],
      ['decisions', 'verdict'],
      ['tasks', 'type'],
    ]) {
      await expect(desk.knex(table).update({ [column]: 'x' })).rejects.toThrow(
        /check/i,
      );
    }
    const [decision] = await desk.knex('decisions');
    await expect(
      desk.knex('decisions').insert({ ...decision, id: 'other' }),
    ).rejects.toThrow(/unique|duplicate/i);
  });

  describe('in a list', () => {
    const list = async (
      desk: Awaited<ReturnType<typeof start>>,
      person: string,
      query: object = {},
      access = RowAccess.all,
    ) => {
      const page = await desk.service.list(
        { view: 'all', limit: 20, offset: 0, ...query },
        caller(person, access),
      );
      return {
        totalCount: page.totalCount,
        names: page.items.map(({ request }) =>
          request.title.en.replace('Make ', ''),
        ),
      };
    };

    it('come newest first, page by page, each once', async () => {
      const desk = await start();
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        await desk.submit({ payload: { name } });
        // Two of the same instant keep their order, too.
        if (name !== 'b') desk.advance(1);
      }
      const whole = await list(desk, LI_WEI);
      expect(whole.names[0]).toBe('e');
      expect([...whole.names].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
      const pages = [];
      for (const offset of [0, 2, 4]) {
        const page = await list(desk, LI_WEI, { limit: 2, offset });
        expect(page.totalCount).toBe(5);
        pages.push(...page.names);
      }
      expect(pages).toEqual(whole.names);
    });

    it('wait for those who may decide the open stage, and for nobody else', async () => {
      const desk = await start();
      const toDecide = (person: string) =>
        list(desk, person, { view: 'to-decide' });
      const { request } = await desk.submit({ payload: { name: 'a' } });
      await desk.submit({ payload: { name: 'b' } }, WANG_FANG);

      expect((await toDecide(SUN_LI)).names).toEqual(
        expect.arrayContaining(['a', 'b']),
      );
      expect((await toDecide(WANG_FANG)).names).toEqual(['a']);
      expect((await toDecide(CHEN_JING)).names).toEqual([]);

      await desk.decide(request.id, WANG_FANG);
      expect((await toDecide(WANG_FANG)).names).toEqual([]);
      expect((await toDecide(SUN_LI)).names).toEqual(['b']);
      expect((await toDecide(CHEN_JING)).names).toEqual(['a']);

      await desk.decide(request.id, CHEN_JING);
      expect((await toDecide(CHEN_JING)).names).toEqual([]);
    });

    it('wait no more for somebody who has used their voice, while others are asked', async () => {
      const desk = await start(rulesFile(oneStage('all')));
      const { request } = await desk.submit({ payload: { name: 'a' } });
      await desk.decide(request.id, WANG_FANG);
      const waiting = { view: 'to-decide', state: 'pending', tenant: 'life' };
      for (const query of [{ view: 'to-decide' }, waiting]) {
        expect((await list(desk, WANG_FANG, query)).totalCount).toBe(0);
        const access = memberOf('none', SUN_LI);
        const left = await list(desk, SUN_LI, query, access);
        expect(left).toEqual({ names: ['a'], totalCount: 1 });
      }
    });

    it('can be narrowed to mine, to a state and to a tenant', async () => {
      const desk = await start();
      const { request } = await desk.submit({ payload: { name: 'a' } });
      await desk.submit(
        { payload: { name: 'b' }, tenant: 'property' },
        ZHANG_MIN,
      );
      await desk.service.withdraw(
        { id: request.id, comment: '' },
        caller(LI_WEI),
      );
      const of = async (query: object) =>
        (await list(desk, LI_WEI, query)).names;
      expect(await of({ view: 'mine' })).toEqual(['a']);
      expect(await of({ state: 'pending' })).toEqual(['b']);
      expect(await of({ state: 'withdrawn' })).toEqual(['a']);
      expect(await of({ tenant: 'property' })).toEqual(['b']);
      expect(await of({ tenant: 'property', view: 'mine' })).toEqual([]);
    });

    it('show exactly what each person may open', async () => {
      const desk = await start();
      const first = await desk.submit({ payload: { name: 'a' } });
      await desk.decide(first.request.id, WANG_FANG);
      await desk.submit(
        { payload: { name: 'b' }, tenant: 'property' },
        ZHANG_MIN,
      );
      const files = await Promise.all(
        (await desk.knex('requests').select('id')).map(({ id }) =>
          desk.get(id),
        ),
      );
      for (const [tenant, person] of [
        ['life', LI_WEI],
        ['property', ZHANG_MIN],
        // Named by a request of a tenant that they are not in.
        ['none', CHEN_JING],
        ['none', WANG_FANG],
        ['none', SUN_LI],
        ['none', 'user:default/nobody'],
      ]) {
        const access = memberOf(tenant, person);
        const listed = await list(desk, person, {}, access);
        const openable: unknown[] = [];
        for (const { request, revision } of files) {
          await desk.service
            .get(request.id, caller(person, access))
            .then(() => openable.push(revision.payload.name))
            .catch(() => {});
        }
        expect({ person, names: listed.names.sort() }).toEqual({
          person,
          names: openable.sort(),
        });
        expect(listed.totalCount).toBe(openable.length);
      }
    });
  });
});
