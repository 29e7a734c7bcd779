import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import { as, asPlugin, startBackend } from '../__testUtils__/backend';
import {
  CHEN_JING,
  LI_WEI,
  SUBMISSION,
  SUN_LI,
  WANG_FANG,
} from '../__testUtils__/desk';
import { AUTOMATIC, rulesFile, TWO_STAGES } from '../__testUtils__/rules';

/**
 * Four eyes cannot be walked around: everybody who has had their hands in a request, in every stage, over every way to decide.
 * All of them hold the roles that the stages ask for, where they can, so that it is not for want of a role that they are refused.
 * (No kind names somebody who profits from it beside the applicant and their tenant.)
 */
const directory = createMockDirectory();
let backend: Awaited<ReturnType<typeof startBackend>>;
const ROLES = ['tenant-admin@life', 'platform-admin'];

beforeAll(async () => {
  directory.setContent({ 'policies.yaml': rulesFile(TWO_STAGES) });
  backend = await startBackend(directory.resolve('policies.yaml'));
});
beforeEach(() => {
  directory.setContent({ 'policies.yaml': rulesFile(TWO_STAGES) });
  backend.people.holders.set('tenant-admin@life', [WANG_FANG, SUN_LI]);
  backend.people.holders.set('platform-admin', [CHEN_JING]);
});

const give = (person: string) => {
  for (const role of ROLES) {
    const holders = backend.people.holders.get(role)!;
    backend.people.holders.set(role, [...holders, person]);
  }
};
const takeAway = (person: string) => {
  for (const [role, holders] of backend.people.holders) {
    backend.people.holders.set(
      role,
      holders.filter(holder => holder !== person),
    );
  }
};
const delegate = async (from: string, to: string) => {
  const { body } = await backend
    .call('post', '/delegations', as(from), {
      delegate: to,
      startsAt: new Date(Date.now() - 60_000).toISOString(),
      endsAt: new Date(Date.now() + 60_000).toISOString(),
      reason: 'To get round the four eyes',
    })
    .expect(201);
  return () =>
    backend
      .call('post', `/delegations/${body.id}/revocation`, as(from))
      .expect(200);
};
/** The request again, after its first stage has been approved or not. */
const bring = async (request: RequestDetail, stage: number) => {
  if (stage === 1) await backend.decide(request, WANG_FANG).expect(200);
};

type Attempt = {
  request: RequestDetail;
  /** Who tries it. */
  person: string;
  /** What they hold in their hands, where it is not the token of a person. */
  header?: string;
  undo?: () => PromiseLike<unknown>;
};

/** Who it is, and how they come to the request; by name. */
const ACTORS: Record<string, (stage: number) => Promise<Attempt>> = {
  'the applicant': async stage => {
    give(LI_WEI);
    const request = await backend.submit();
    await bring(request, stage);
    return { request, person: LI_WEI };
  },
  'the last editor': async stage => {
    give(LI_WEI);
    const first = await backend.submit();
    await backend
      .decide(first, WANG_FANG, { verdict: 'return', comment: 'Smaller' })
      .expect(200);
    const { body: request } = await backend
      .call('put', `/requests/${first.id}`, as(LI_WEI), {
        payload: { name: 'b' },
        purpose: 'Edited by the applicant',
      })
      .expect(200);
    await bring(request, stage);
    return { request, person: LI_WEI };
  },
  'somebody to whom the applicant has delegated': async stage => {
    give(LI_WEI);
    takeAway(SUN_LI);
    const undo = await delegate(LI_WEI, SUN_LI);
    const request = await backend.submit();
    await bring(request, stage);
    return { request, person: SUN_LI, undo };
  },
  'the applicant, to whom an approver has delegated': async stage => {
    const undo = await delegate(stage === 0 ? SUN_LI : CHEN_JING, LI_WEI);
    const request = await backend.submit();
    await bring(request, stage);
    return { request, person: LI_WEI, undo };
  },
  "the applicant's service account": async stage => {
    give('plugin:demo');
    const request = await backend.submit();
    await bring(request, stage);
    return { request, person: LI_WEI, header: asPlugin('demo') };
  },
  'the editor of the rules, who is the applicant': async stage => {
    const request = await backend.submit();
    await bring(request, stage);
    // What is decided already was decided by the rules of its day.
    directory.setContent({ 'policies.yaml': rulesFile(AUTOMATIC) });
    return { request, person: LI_WEI };
  },
  'somebody who has lost the role': async stage => {
    give(SUN_LI);
    const request = await backend.submit();
    await bring(request, stage);
    takeAway(SUN_LI);
    return { request, person: SUN_LI };
  },
  // There is no stage before the first: there they try to repeat what they did, with a role in the next.
  'whoever decided the stage before': async () => {
    give(WANG_FANG);
    const request = await backend.submit();
    await backend.decide(request, WANG_FANG).expect(200);
    return { request, person: WANG_FANG };
  },
};

/** Over which door, each answering all that was tried. */
const CHANNELS: Record<
  string,
  (attempt: Attempt) => Promise<Array<{ status: number }>>
> = {
  'the API': async ({ request, person, header = as(person) }) => [
    await send(request, header),
  ],
  'twenty calls at once': ({ request, person, header = as(person) }) =>
    Promise.all(Array.from({ length: 20 }, () => send(request, header))),
  'a plugin on their behalf': async ({ request, person, header }) => [
    await send(
      request,
      header ??
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.user(person),
          targetPluginId: 'approvals',
        }),
    ),
  ],
};

async function send({ id, payloadHash }: RequestDetail, header: string) {
  return backend.call('post', `/requests/${id}/decisions`, header, {
    verdict: 'approve',
    payloadHash,
  });
}

const MATRIX = Object.keys(ACTORS).flatMap(actor =>
  [0, 1].flatMap(stage =>
    Object.keys(CHANNELS).map(channel => ({ actor, stage, channel })),
  ),
);

it.each(MATRIX)(
  '$actor cannot approve stage $stage over $channel',
  async ({ actor, stage, channel }) => {
    const attempt = await ACTORS[actor](stage);
    const read = async () =>
      (
        await backend.call(
          'get',
          `/requests/${attempt.request.id}`,
          as(CHEN_JING),
        )
      ).body as RequestDetail;
    const before = await read();
    const answers = await CHANNELS[channel](attempt);
    const statuses = new Set(answers.map(({ status }) => status));
    expect([[403], [404]]).toContainEqual([...statuses]);
    const after = await read();
    expect(after.version).toBe(before.version);
    expect(after.stages).toEqual(before.stages);
    expect(after.timeline).toEqual(before.timeline);
    await attempt.undo?.();
    // Somebody who may is not refused: it was not the request that could not be decided.
    const open = after.stages.find(({ state }) => state === 'open')!;
    const rightful = open.index === 0 ? WANG_FANG : CHEN_JING;
    await backend.decide(attempt.request, rightful).expect(200);
  },
  // Thirty calls over HTTP each, on a machine that may be busy.
  30_000,
);

it('a revision voids what was approved before it, in every stage', async () => {
  give(SUN_LI);
  const first = await backend.submit();
  await backend.decide(first, WANG_FANG).expect(200);
  await backend
    .decide(first, CHEN_JING, { verdict: 'return', comment: 'Smaller' })
    .expect(200);
  const { body } = await backend
    .call('put', `/requests/${first.id}`, as(LI_WEI), {
      ...SUBMISSION,
      payload: { name: 'b' },
    })
    .expect(200);
  const revised: RequestDetail = body;
  expect(revised.stages.map(({ state }) => state)).toEqual(['open', 'waiting']);
  expect(revised.stages.flatMap(({ decisions }) => decisions)).toEqual([]);
  // What somebody read before the revision is approved by nobody any more.
  for (const person of [WANG_FANG, SUN_LI]) {
    await backend.decide(first, person).expect(409);
  }
  // And who approved the first may look at the second again.
  await backend.decide(revised, WANG_FANG).expect(200);
});
