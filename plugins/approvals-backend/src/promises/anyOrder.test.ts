import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import type { Execution, RequestState } from '@caas/plugin-approvals-common';
import fc from 'fast-check';
import {
  caller,
  CHEN_JING,
  createDesk,
  createStores,
  LI_WEI,
  SUN_LI,
  WANG_FANG,
  type Desk,
} from '../__testUtils__/desk';
import { replay } from '../__testUtils__/replay';
import type { RequestFile } from '../domain/request';

/**
 * Whatever people and workers do, in whatever order, a request only ever goes where the table of transitions lets it.
 * `SCHEDULES=10000` for the whole promise.
 */
const SCHEDULES = Number(process.env.SCHEDULES ?? 0);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const person = fc.constantFrom(LI_WEI, WANG_FANG, SUN_LI, CHEN_JING);
const verdict = fc.constantFrom(
  'approve' as const,
  'reject' as const,
  'return' as const,
);
const command = fc.constantFrom(
  'withdraw' as const,
  'revise' as const,
  'retry' as const,
  'cancel' as const,
  'comment' as const,
);
const answer = fc.constantFrom(
  'done' as const,
  'temporary' as const,
  'working' as const,
  'refused' as const,
);
const step = fc.oneof(
  // Without somebody who helps it on, hardly a request would get past its first stage.
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      person,
      verdict,
      isOldHash: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: command, person }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      days: fc.constantFrom(1, 31),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('work' as const), answer }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const PASS: Step = { do: 'pass' };
/** One way to every state, whatever chance brings. */
const EXAMPLES: Array<[Step[]]> = [
  [
    [
      PASS,
      PASS,
      { do: 'work', answer: 'working' },
      { do: 'work', answer: 'done' },
    ],
  ],
  [
    [
      PASS,
      PASS,
      { do: 'work', answer: 'refused' },
      { do: 'retry', person: CHEN_JING },
      { do: 'work', answer: 'done' },
    ],
  ],
  ...(['return', 'reject'] as const).map((last): [Step[]] => [
    [
      PASS,
      { do: 'decide', person: CHEN_JING, verdict: last, isOldHash: false },
      { do: 'revise', person: LI_WEI },
    ],
  ]),
  [[PASS, { do: 'withdraw', person: LI_WEI }]],
  [[PASS, { do: 'wait', days: 31 }]],
];

function execution(
  kind: 'done' | 'working' | 'refused' | 'temporary',
): Execution | ConflictError {
  if (kind === 'temporary') {
    return { state: 'failed', steps: [], isTemporary: true };
  }
  return kind === 'refused'
    ? new ConflictError('No')
    : { state: kind, steps: [] };
}

async function perform(desk: Desk, first: RequestFile, next: Step) {
  const { id } = first.request;
  switch (next.do) {
    case 'pass': {
      const { stages } = await desk.get(id);
      const open = stages.find(({ state }) => state === 'open');
      // Somebody who came by an escalation may have left the next stage without anybody.
      const [approver] = open?.approvers ?? [];
      return approver && desk.decide(id, approver);
    }
    case 'decide':
      return desk.decide(
        id,
        next.person,
        next.verdict,
        next.isOldHash ? { payloadHash: first.revision.payloadHash } : {},
      );
    case 'withdraw':
      return desk.service.withdraw({ id, comment: '' }, caller(next.person));
    case 'revise':
      return desk.service.revise(
        { id, payload: { name: 'b' }, purpose: 'Smaller' },
        caller(next.person),
      );
    case 'cancel':
      return desk.service.cancel({ id, comment: 'No' }, caller(next.person));
    case 'comment':
      return desk.service.comment(
        { id, comment: 'Why?', idempotencyKey: 'key-00000001' },
        caller(next.person),
      );
    case 'wait':
      // Looks at what was due on the way, too: the clock of a portal that was off for that long.
      await desk.after(next.days * 24 * 60 * 60);
      return desk.after(0);
    case 'retry':
      return desk.service.retry(id, caller(next.person));
    default:
      // Also for what earlier requests have left under way.
      desk.providers.answers = Array.from({ length: 100 }, () =>
        execution(next.answer),
      );
      return desk.after(10);
  }
}

const EXPECTED = ['ConflictError', 'NotAllowedError'];

describe.each(databases.eachSupportedId())('any commands on %s', databaseId => {
  it(
    'keep to the table, to four eyes, and to what was approved',
    async () => {
      const desk = createDesk(await createStores(databases, databaseId));
      const reached = new Set<RequestState>();
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 4, maxLength: 16 }),
          async steps => {
            const first = await desk.submit();
            const { id } = first.request;
            for (const next of steps) {
              await perform(desk, first, next).catch(error => {
                if (!EXPECTED.includes(error.name)) throw error;
              });
              const file = await desk.get(id);
              reached.add(file.request.state);
              expect(replay(file)).toBe(file.request.state);
              const deciders = file.stages.flatMap(({ decisions }) =>
                decisions.map(({ by }) => by),
              );
              expect(deciders).not.toContain(LI_WEI);
              expect(new Set(deciders).size).toBe(deciders.length);
              expect(
                file.stages.filter(({ state }) => state === 'open'),
              ).toHaveLength(file.request.state === 'pending' ? 1 : 0);
              const made = desk.providers.made.get(id);
              const isPassed = file.stages.every(
                ({ state }) => state === 'passed',
              );
              expect(made === undefined || isPassed).toBe(true);
              const waits = ['pending', 'returned'].includes(
                file.request.state,
              );
              expect(file.request.expiresAt !== undefined).toBe(waits);
              expect([undefined, file.revision.payloadHash]).toContain(
                made?.payloadHash,
              );
            }
          },
        ),
        {
          numRuns: SCHEDULES || (databaseId === 'SQLITE_3' ? 60 : 25),
          examples: EXAMPLES,
        },
      );
      expect([...reached].sort()).toEqual([
        'approved',
        'completed',
        'executing',
        'expired',
        'failed',
        'pending',
        'rejected',
        'returned',
        'withdrawn',
      ]);
    },
    120_000 + SCHEDULES * 2_000,
  );
});
