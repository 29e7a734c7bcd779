import { effectOf, eligibleApprovers, refuseDecision, seatOf } from './decide';
import type { RequestRecord, StageRecord, StandIn } from './request';

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
      isEscalated: false,
      verdict: 'approve' as const,
      comment: '',
      payloadHash: 'hash',
      at: '2026-11-21T09:00:00.000Z',
    })),
    ...rest,
  };
}

function fileOf(
  stages: StageRecord[],
  changes: Partial<RequestRecord> = {},
  standIns: StandIn[] = [],
) {
  return { request: request(changes), stages, standIns };
}

describe('refuseDecision', () => {
  const open = [stage(0, 'open')];

  it('lets an approver of the open stage decide', () => {
    expect(refuseDecision(fileOf(open), A, [A, B])).toBeUndefined();
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
    const file = fileOf(open, { state });
    expect(refuseDecision(file, A, [A])).toMatchObject({
      kind: 'not-pending',
      sentence: { en: expect.stringContaining(`it is ${state}`) },
    });
  });

  it('refuses when no stage is open', () => {
    const file = fileOf([stage(0, 'waiting')]);
    expect(refuseDecision(file, A, [A])?.kind).toBe('not-pending');
  });

  it('refuses the requester, approver or not', () => {
    const file = fileOf(open);
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
      expect(refuseDecision(fileOf(stages), person, [A, B])?.kind).toBe(
        'already-decided',
      );
    }
  });

  it('refuses who is no approver any more, and says whom to ask', () => {
    const file = fileOf(open);
    expect(refuseDecision(file, A, [B, C])).toMatchObject({
      kind: 'not-approver',
      sentence: {
        'zh-CN': `您不是审批环节“环节”的审批人。请联系其审批人：${B}、${C}`,
        en: expect.stringContaining(`${B}, ${C}`),
      },
    });
    expect(refuseDecision(file, A, [])?.sentence).toEqual({
      'zh-CN': expect.stringContaining('目前没有'),
      en: expect.stringContaining('there is none'),
    });
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
    expect(eligibleApprovers([A, B, REQUESTER, C, B], fileOf(stages))).toEqual([
      B,
      C,
    ]);
  });
});

describe('standing in for an approver', () => {
  const D = 'user:default/d';
  const open = [stage(0, 'open')];
  const standsFor = (delegator: string, delegate = D) => [
    { delegate, delegator },
  ];

  it('speaks for the approver', () => {
    const file = fileOf(open, {}, standsFor(A));
    expect(refuseDecision(file, D, [A])).toBeUndefined();
    expect(seatOf(file, D, [A])).toEqual({ by: D, onBehalfOf: A });
  });

  it('speaks for oneself first', () => {
    const file = fileOf(open, {}, standsFor(A));
    expect(seatOf(file, D, [A, D])).toEqual({ by: D });
  });

  it.each([
    ['who is no approver', fileOf(open, {}, standsFor(A)), D, [B]],
    // B stands in for A, D for B: nobody has given D anything of A.
    [
      'who stands in for another',
      fileOf(open, {}, [...standsFor(A, B), ...standsFor(B, D)]),
      D,
      [A],
    ],
  ])('does not speak for somebody %s', (_, file, person, eligible) => {
    expect(refuseDecision(file, person, eligible)?.kind).toBe('not-approver');
  });

  it('is not for the requester, and nobody stands in for the requester', () => {
    const byRequester = fileOf(open, {}, standsFor(A, REQUESTER));
    expect(refuseDecision(byRequester, REQUESTER, [A])?.kind).toBe(
      'own-request',
    );
    const forRequester = fileOf(open, {}, standsFor(REQUESTER));
    const eligible = eligibleApprovers([REQUESTER], forRequester);
    expect(refuseDecision(forRequester, D, eligible)?.kind).toBe(
      'not-approver',
    );
  });

  it('uses the voice of both: neither decides again, here or in another stage', () => {
    const decided = stage(0, 'passed', { by: [D] });
    decided.decisions[0].onBehalfOf = A;
    for (const state of ['passed', 'open'] as const) {
      const stages =
        state === 'open'
          ? [{ ...decided, state }]
          : [decided, stage(1, 'open')];
      const file = fileOf(stages, {}, [
        ...standsFor(A),
        ...standsFor(A, C),
        ...standsFor(B),
      ]);
      const eligible = eligibleApprovers([A, B, D], file);
      expect(eligible).toEqual([B]);
      for (const person of [A, D]) {
        expect(refuseDecision(file, person, eligible)?.kind).toBe(
          'already-decided',
        );
      }
      expect(refuseDecision(file, C, eligible)?.kind).toBe('not-approver');
    }
  });
});

describe('an escalated stage that needs all', () => {
  it('passes when whoever came decides in place of one who did not', () => {
    const rule = { mode: 'all' } as const;
    const open = stage(0, 'open', { rule, by: [C] });
    open.decisions[0].isEscalated = true;
    // A and B are named; C came by the escalation and approved; then A does.
    expect(effectOf([open], 'approve', 2)).toEqual({
      stage: 'passed',
      command: 'pass',
    });
    expect(effectOf([stage(0, 'open', { rule })], 'approve', 2)).toEqual({
      stage: 'open',
    });
  });
});
