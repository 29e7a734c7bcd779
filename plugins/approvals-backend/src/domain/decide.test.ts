import { effectOf, eligibleApprovers, refuseDecision } from './decide';
import type { RequestRecord, StageRecord } from './request';

const REQUESTER = 'user:default/li-wei';
const [A, B, C] = ['a', 'b', 'c'].map(name => `user:default/${name}`);

function request(changes: Partial<RequestRecord> = {}): RequestRecord {
  return {
    id: 'r1',
    kind: 'demo.make',
    pluginId: 'demo',
    tenant: 'life',
    title: { 'zh-CN': '创建', en: 'Make' },
    requester: REQUESTER,
    state: 'pending',
    version: 1,
    revision: 1,
    createdAt: '2026-11-21T08:00:00.000Z',
    updatedAt: '2026-11-21T08:00:00.000Z',
    ...changes,
  };
}

function stage(
  position: number,
  state: StageRecord['state'],
  changes: Partial<StageRecord> & { by?: string[] } = {},
): StageRecord {
  const { by = [], ...rest } = changes;
  return {
    position,
    state,
    title: { 'zh-CN': '环节', en: `Stage ${position}` },
    rule: { mode: 'any' },
    selectors: [],
    approvers: [],
    decisions: by.map(person => ({
      by: person,
      verdict: 'approve' as const,
      comment: '',
      payloadHash: 'hash',
      at: '2026-11-21T09:00:00.000Z',
    })),
    ...rest,
  };
}

describe('refuseDecision', () => {
  const open = [stage(0, 'open')];

  it('lets an approver of the open stage decide', () => {
    expect(
      refuseDecision({ request: request(), stages: open }, A, [A, B]),
    ).toBeUndefined();
  });

  it.each([
    'draft',
    'returned',
    'approved',
    'executing',
    'failed',
    'completed',
    'rejected',
    'withdrawn',
    'expired',
  ] as const)('refuses when the request is %s', state => {
    const file = { request: request({ state }), stages: open };
    expect(refuseDecision(file, A, [A])).toMatchObject({
      kind: 'not-pending',
      message: expect.stringContaining(`it is ${state}`),
    });
  });

  it('refuses when no stage is open', () => {
    const file = { request: request(), stages: [stage(0, 'waiting')] };
    expect(refuseDecision(file, A, [A])?.kind).toBe('not-pending');
  });

  it('refuses the requester, approver or not', () => {
    const file = { request: request(), stages: open };
    for (const approvers of [[], [REQUESTER]]) {
      expect(refuseDecision(file, REQUESTER, approvers)?.kind).toBe(
        'own-request',
      );
    }
  });

  it('refuses who decided another stage, or this one', () => {
    const stages = [
      stage(0, 'passed', { by: [A] }),
      stage(1, 'open', { by: [B] }),
    ];
    for (const person of [A, B]) {
      expect(
        refuseDecision({ request: request(), stages }, person, [A, B])?.kind,
      ).toBe('already-decided');
    }
  });

  it('refuses who is no approver any more, and says whom to ask', () => {
    const file = { request: request(), stages: open };
    expect(refuseDecision(file, A, [B, C])).toMatchObject({
      kind: 'not-approver',
      message: expect.stringContaining(`${B}, ${C}`),
    });
    expect(refuseDecision(file, A, [])?.message).toMatch(/there is none/);
  });
});

describe('effectOf', () => {
  const rules = {
    any: { mode: 'any' },
    all: { mode: 'all' },
    two: { mode: 'quorum', count: 2 },
  } as const;

  it.each([
    // rule, who approved before, how many may decide now (with this one), and whether the stage passes
    ['any', [], 1, true],
    ['any', [], 50, true],
    ['all', [], 1, true],
    ['all', [], 2, false],
    ['all', [A], 1, true],
    ['all', [A], 2, false],
    ['two', [], 1, false],
    ['two', [], 5, false],
    ['two', [A], 1, true],
    ['two', [A], 4, true],
  ] as const)(
    '%s, after %j and with %i who may decide: passes is %s',
    (rule, by, eligible, passes) => {
      const stages = [stage(0, 'open', { rule: rules[rule], by: [...by] })];
      expect(effectOf(stages, 'approve', eligible)).toEqual(
        passes ? { stage: 'passed', command: 'pass' } : { stage: 'open' },
      );
    },
  );

  it('opens the next stage before anything passes', () => {
    const stages = [stage(0, 'open'), stage(1, 'waiting')];
    expect(effectOf(stages, 'approve', 1)).toEqual({
      stage: 'passed',
      opens: 1,
    });
  });

  it.each([
    ['reject', 'rejected'],
    ['return', 'returned'],
  ] as const)('ends everything on %s, whatever the rule', (verdict, state) => {
    for (const rule of Object.values(rules)) {
      const stages = [stage(0, 'open', { rule }), stage(1, 'waiting')];
      expect(effectOf(stages, verdict, 9)).toEqual({
        stage: state,
        command: verdict,
      });
    }
  });
});

describe('eligibleApprovers', () => {
  it('leaves out the requester, those who decided, and nobody else', () => {
    const stages = [stage(0, 'passed', { by: [A] }), stage(1, 'open')];
    expect(
      eligibleApprovers([A, B, REQUESTER, C, B], {
        request: request(),
        stages,
      }),
    ).toEqual([B, C]);
  });
});
