import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { RequestKindAnnouncer } from './RequestKindAnnouncer';

const KINDS = [
  {
    kind: 'demo.make',
    title: { 'zh-CN': '创建', en: 'Make' },
    description: { 'zh-CN': '创建一个', en: 'Make one' },
  },
];

/** A desk that is away while `failure` is set, a clock that is moved by hand, and the announcer. */
function createDomain() {
  let now = new Date('2026-11-21T08:00:00.000Z');
  const heard: unknown[] = [];
  const desk = { failure: undefined as Error | undefined };
  const logger = mockServices.logger.mock();
  const announcer = RequestKindAnnouncer.create({
    desk: {
      providers: {
        announce: async input => {
          if (desk.failure) throw desk.failure;
          heard.push(input);
          return { kinds: input.kinds.length };
        },
      },
    },
    pluginId: 'demo',
    kinds: KINDS,
    clock: { now: () => now },
    logger,
  });
  const after = async (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
    await announcer.announceWhenDue();
  };
  return { desk, heard, logger, after };
}

describe('RequestKindAnnouncer', () => {
  it('announces at once, and again every five minutes', async () => {
    const { heard, after } = createDomain();
    await after(0);
    expect(heard).toEqual([{ pluginId: 'demo', kinds: KINDS }]);
    await after(299);
    expect(heard).toHaveLength(1);
    await after(1);
    expect(heard).toHaveLength(2);
  });

  it('tries quietly until the desk is there', async () => {
    const { desk, heard, logger, after } = createDomain();
    desk.failure = new Error('fetch failed');
    await after(0);
    await after(1);
    expect(heard).toHaveLength(0);
    desk.failure = undefined;
    await after(1);
    expect(heard).toHaveLength(1);
    for (const level of ['info', 'warn', 'error'] as const) {
      expect(logger[level]).not.toHaveBeenCalled();
    }
  });

  it('says once for each reason that the desk refuses, and goes on trying', async () => {
    const { desk, heard, logger, after } = createDomain();
    desk.failure = new ConflictError("'other' has the kind 'demo.make'");
    await after(0);
    await after(1);
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringMatching(/'demo', so nobody .* 'other' has the kind/),
    );
    desk.failure = undefined;
    await after(1);
    expect(heard).toHaveLength(1);
  });
});
