import { TestDatabases } from '@backstage/backend-test-utils';
import { RowAccess } from '@caas/contract-node';
import {
  caller,
  CHEN_JING,
  createDesk,
  createStores,
  LI_WEI,
  WANG_FANG,
} from '../__testUtils__/desk';
import { NOTHING } from '../__testUtils__/rowAccess';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const [databaseId] = databases.eachSupportedId()[0];

const start = async () => createDesk(await createStores(databases, databaseId));

const events = ({ timeline }: { timeline: Array<{ event: string }> }) =>
  timeline.map(({ event }) => event);

describe('revising', () => {
  const returned = async () => {
    const desk = await start();
    const { request } = await desk.submit();
    await desk.decide(request.id, WANG_FANG, 'return');
    const revise = (payload = { name: 'b' }, person = LI_WEI) =>
      desk.service.revise(
        { id: request.id, payload, purpose: 'Smaller now' },
        caller(person),
      );
    return { desk, id: request.id, revise };
  };

  it('starts over with a new hash, and nothing that was decided before counts', async () => {
    const { desk, id, revise } = await returned();
    const before = await desk.get(id);
    const file = await revise();
    expect(file).toMatchObject({
      request: { state: 'pending', revision: 2, title: { en: 'Make b' } },
      revision: { payload: { name: 'b' }, purpose: 'Smaller now' },
      stages: [{ state: 'open', decisions: [] }, { state: 'waiting' }],
    });
    expect(file.revision.payloadHash).not.toBe(before.revision.payloadHash);
    await expect(
      desk.decide(id, WANG_FANG, 'approve', {
        payloadHash: before.revision.payloadHash,
      }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect((await desk.decide(id, WANG_FANG)).stages[0].state).toBe('passed');
  });

  it('is once when it is repeated', async () => {
    const { revise } = await returned();
    const first = await revise();
    expect(await revise()).toEqual(first);
    await expect(revise({ name: 'c' })).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it('is for the requester, and for a request that was returned', async () => {
    const { desk, revise } = await returned();
    await expect(revise({ name: 'b' }, WANG_FANG)).rejects.toMatchObject({
      name: 'NotAllowedError',
      translations: { 'zh-CN': `只有申请人“${LI_WEI}”可以修订该申请` },
    });
    const { request } = await desk.submit();
    await expect(
      desk.service.revise(
        { id: request.id, payload: { name: 'b' }, purpose: 'Smaller' },
        caller(LI_WEI),
      ),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });
});

describe('withdrawing', () => {
  it('ends a request, once, and closes its stages', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    const withdraw = (person: string) =>
      desk.service.withdraw(
        { id: request.id, comment: 'Not needed' },
        caller(person),
      );
    await expect(withdraw(WANG_FANG)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining(LI_WEI),
    });
    const file = await withdraw(LI_WEI);
    expect(file).toMatchObject({
      request: { state: 'withdrawn' },
      stages: [{ state: 'skipped' }, { state: 'skipped' }],
    });
    expect(await withdraw(LI_WEI)).toEqual(file);
    await expect(desk.decide(request.id, WANG_FANG)).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it('comes too late for what is approved', async () => {
    const desk = await start();
    const { request } = await desk.submitAndApprove();
    await expect(
      desk.service.withdraw({ id: request.id, comment: '' }, caller(LI_WEI)),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('is approved'),
    });
  });
});

describe('retrying', () => {
  it('is for what has failed, and for those who may', async () => {
    const desk = await start();
    const { request } = await desk.submitAndApprove();
    const retry = (access = RowAccess.all) =>
      desk.service.retry(request.id, caller(CHEN_JING, access, RowAccess.all));
    await expect(retry()).rejects.toMatchObject({ name: 'ConflictError' });
    desk.providers.answers = [
      { state: 'failed', steps: [], message: { 'zh-CN': '不行', en: 'No' } },
    ];
    await desk.after(0);
    expect((await desk.get(request.id)).request.state).toBe('failed');
    await expect(retry(NOTHING)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('administrator'),
    });
    const [first, second] = await Promise.all([retry(), retry()]);
    expect([first.request.state, second.request.state]).toEqual([
      'executing',
      'executing',
    ]);
    await desk.after(1);
    const file = await desk.get(request.id);
    expect(file.request.state).toBe('completed');
    expect(events(file).slice(-4)).toEqual([
      'started',
      'failed',
      'retried',
      'completed',
    ]);
  });
});
