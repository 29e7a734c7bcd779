import { TestDatabases } from '@backstage/backend-test-utils';
import {
  caller,
  CHEN_JING,
  createDesk,
  createStores,
  LI_WEI,
  SUN_LI,
  WANG_FANG,
  ZHANG_MIN,
} from '../__testUtils__/desk';
import { NOTHING, tenantAccess } from '../__testUtils__/rowAccess';

// Days pass in steps, each a few statements: more than a busy machine does in the usual five seconds.
jest.setTimeout(30_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('talking on %s', databaseId => {
  const start = async () =>
    createDesk(await createStores(databases, databaseId));
  const comment = (
    id: string,
    key = 'key-00000001',
    text = 'Why so many?',
  ) => ({
    id,
    comment: text,
    idempotencyKey: key,
  });

  it('adds a comment, tells the others, and makes no decision stale', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    const file = await desk.service.comment(
      comment(request.id),
      caller(WANG_FANG),
    );
    expect(file.timeline.at(-1)).toMatchObject({
      event: 'commented',
      by: WANG_FANG,
      comment: 'Why so many?',
    });
    expect(file.request.version).toBe(request.version);
    await desk.after(0);
    expect(desk.announcer.notified).toContainEqual(
      expect.objectContaining({
        reason: 'comment',
        recipients: [LI_WEI, SUN_LI],
      }),
    );
  });

  it('has the same comment once, also when it comes twice at once', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    await Promise.all(
      [1, 2, 3].map(() =>
        desk.service.comment(comment(request.id), caller(WANG_FANG)),
      ),
    );
    // The same key of another person is another comment.
    await desk.service.comment(comment(request.id), caller(LI_WEI));
    const { timeline } = await desk.get(request.id);
    expect(
      timeline.filter(({ event }) => event === 'commented').map(({ by }) => by),
    ).toEqual([WANG_FANG, LI_WEI]);
  });

  it('is for those who may read, and for people', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    await expect(
      desk.service.comment(
        comment(request.id),
        caller(ZHANG_MIN, tenantAccess('property')),
      ),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: `There is no request '${request.id}'`,
    });
    await expect(
      desk.service.comment(comment(request.id), caller('plugin:tenancy')),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect((await desk.get(request.id)).timeline).toHaveLength(1);
  });

  it('has an end', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    await desk.knex('timeline_entries').insert(
      Array.from({ length: 200 }, (_, index) => ({
        id: `c${index}`,
        request_id: request.id,
        position: 2 + index,
        at: request.createdAt,
        event: 'commented',
      })),
    );
    await expect(
      desk.service.comment(comment(request.id), caller(WANG_FANG)),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('has 200 comments already'),
    });
  });
});

describe.each(databases.eachSupportedId())(
  'earlier decisions on %s',
  databaseId => {
    it('are those on the same kind, for the same tenant or environment, that one may see', async () => {
      const desk = createDesk(await createStores(databases, databaseId));
      desk.people.holders.set('tenant-admin@property', [ZHANG_MIN]);
      const decided = async (tenant: string, environment: string) => {
        const { request } = await desk.submit({
          tenant,
          payload: { name: environment, environment },
        });
        desk.advance(60);
        const approver = tenant === 'life' ? WANG_FANG : ZHANG_MIN;
        await desk.decide(request.id, approver, 'reject');
        return request.id;
      };
      const own = await decided('life', 'prod');
      const foreign = await decided('property', 'dev');
      await decided('property', 'prod');
      const { request } = await desk.submit();
      const similar = async (access: Parameters<typeof caller>[1]) =>
        desk.service.similar(request.id, caller(CHEN_JING, access));

      expect(await similar(undefined)).toMatchObject([
        { requestId: foreign, verdict: 'reject', by: ZHANG_MIN },
        { requestId: own, tenant: 'life', by: WANG_FANG, comment: 'Too large' },
      ]);
      expect(
        (await similar(tenantAccess('life'))).map(each => each.requestId),
      ).toEqual([own]);
      await expect(similar(NOTHING)).rejects.toMatchObject({
        name: 'NotFoundError',
      });
      for (let times = 0; times < 6; times += 1) await decided('life', 'dev');
      expect(await similar(undefined)).toHaveLength(5);
    });

    it('shows what an earlier revision asked for', async () => {
      const desk = createDesk(await createStores(databases, databaseId));
      const { request } = await desk.submit();
      expect((await desk.get(request.id)).previous).toBeUndefined();
      await desk.decide(request.id, WANG_FANG, 'return');
      const file = await desk.service.revise(
        { id: request.id, payload: { name: 'b' }, purpose: 'Smaller' },
        caller(LI_WEI),
      );
      expect(file).toMatchObject({
        revision: { payload: { name: 'b' } },
        previous: { revision: 1, payload: { name: 'a', environment: 'dev' } },
      });
    });
  },
);
