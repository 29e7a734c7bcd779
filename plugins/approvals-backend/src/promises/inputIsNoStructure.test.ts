import { createMockDirectory } from '@backstage/backend-test-utils';
import { hostileTexts } from '@caas/backend-testing/processes';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import { as, startBackend, type Method } from '../__testUtils__/backend';
import { LI_WEI, SUBMISSION, WANG_FANG } from '../__testUtils__/desk';
import { rulesFile, TWO_STAGES } from '../__testUtils__/rules';

/**
 * Input never becomes structure: every text of `hostileTexts` in every field that takes one is refused with 400 or 404, or is kept
 * as the text that it is. Each field takes every so-manieth text here; `PAYLOADS=all` sends all of them to all fields.
 */
const EVERY = process.env.PAYLOADS === 'all' ? 1 : 23;

const directory = createMockDirectory();
let backend: Awaited<ReturnType<typeof startBackend>>;
let ordinary: RequestDetail;
beforeAll(async () => {
  directory.setContent({ 'policies.yaml': rulesFile(TWO_STAGES) });
  backend = await startBackend(directory.resolve('policies.yaml'));
  ordinary = await backend.submit();
});

jest.setTimeout(60_000 + (24 / EVERY) * 60_000);

type Call = {
  method?: Method;
  route(text: string): string;
  body?(text: string): object;
  person?: string;
  /** Where the text stands in what is answered. */
  keptAt?(answer: RequestDetail): unknown;
};
const submission = (changes: object) => ({ ...SUBMISSION, ...changes });
const submitted = { route: () => '/requests' };
const ofOrdinary = (path: string) => () => `/requests/${ordinary.id}/${path}`;
let count = 0;
const nextKey = () => {
  count += 1;
  return `key-${String(count).padStart(8, '0')}`;
};

/** Every field that takes a text. */
const FIELDS: Record<string, Call> = {
  'the kind': { ...submitted, body: kind => submission({ kind }) },
  'the tenant': { ...submitted, body: tenant => submission({ tenant }) },
  'the purpose': {
    ...submitted,
    body: text => submission({ purpose: `It is for ${text}.` }),
    keptAt: ({ purpose }) => purpose.slice('It is for '.length, -1),
  },
  'the key of a submit': {
    ...submitted,
    body: text => submission({ idempotencyKey: `key-${nextKey()}${text}` }),
  },
  'a value of the payload': {
    ...submitted,
    body: text => submission({ payload: { name: 'a', note: text } }),
    keptAt: ({ payload }) => payload.note,
  },
  'a value deep in the payload': {
    ...submitted,
    body: text =>
      submission({ payload: { name: 'a', notes: [{ note: text }] } }),
    keptAt: ({ payload: { notes } }) => (notes as [{ note: string }])[0].note,
  },
  'a field of the payload': {
    ...submitted,
    body: text =>
      submission({
        payload: Object.defineProperty({ name: 'a' }, text, {
          value: 'x',
          enumerable: true,
          configurable: true,
        }),
      }),
  },
  'a comment': {
    route: ofOrdinary('comments'),
    body: text => ({ comment: `So ${text}.`, idempotencyKey: nextKey() }),
    keptAt: ({ timeline }) => timeline.at(-1)!.comment!.slice(3, -1),
  },
  'the hash of a decision': {
    route: ofOrdinary('decisions'),
    body: payloadHash => ({ verdict: 'approve', payloadHash }),
    person: WANG_FANG,
  },
  'the verdict': {
    route: ofOrdinary('decisions'),
    body: verdict => ({ verdict, payloadHash: ordinary.payloadHash }),
    person: WANG_FANG,
  },
  'an id': {
    method: 'get',
    route: text => `/requests/${encodeURIComponent(`x${text}`)}`,
  },
  'the tenant of a list': {
    method: 'get',
    route: text => `/requests?tenant=${encodeURIComponent(text)}`,
  },
  'the delegate': {
    route: () => '/delegations',
    body: delegate => ({
      delegate,
      startsAt: '2026-01-01T00:00:00Z',
      endsAt: '2026-01-02T00:00:00Z',
      reason: 'Holiday',
    }),
  },
};

const REFUSED = [400, 403, 404, 409];

type Answer = Awaited<ReturnType<typeof backend.call>>;

/** Expects a refusal in order, or an ordinary request that has the text where it belongs. */
function reactionTo(
  text: string,
  answer: Answer,
  { isList, keptAt }: { isList: boolean; keptAt?: Call['keptAt'] },
): 'refused' | 'kept' {
  const at = JSON.stringify(text);
  if (answer.status >= 300) {
    expect([at, ...REFUSED]).toContain(answer.status);
    expect(answer.body).toMatchObject({
      error: { name: expect.any(String), message: expect.any(String) },
      response: { statusCode: answer.status },
    });
    return 'refused';
  }
  expect(answer.headers['set-cookie']).toBeUndefined();
  if (isList) {
    expect(answer.body.items).toEqual([]);
    return 'kept';
  }
  const detail: RequestDetail = answer.body;
  // Nothing more, and nothing else, than an ordinary request.
  expect(detail.stages.map(({ approvers }) => approvers)).toEqual(
    ordinary.stages.map(({ approvers }) => approvers),
  );
  expect([detail.kind, detail.tenant, detail.policy?.rule]).toEqual([
    ordinary.kind,
    ordinary.tenant,
    ordinary.policy?.rule,
  ]);
  if (keptAt) expect([at, keptAt(detail)]).toEqual([at, text]);
  return 'kept';
}

it('has as many texts as are promised', () => {
  expect(hostileTexts().length).toBeGreaterThanOrEqual(500);
});

it.each(Object.keys(FIELDS))('%s stays a text', async name => {
  const {
    method = 'post',
    route,
    body,
    person = LI_WEI,
    keptAt,
  } = FIELDS[name];
  const offset = Object.keys(FIELDS).indexOf(name);
  const texts = hostileTexts().filter(
    (_, index) => index % EVERY === offset % EVERY,
  );
  const reactions: string[] = [];
  for (const text of texts) {
    const answer = await backend.call(
      method,
      route(text),
      as(person),
      body?.(text),
    );
    reactions.push(
      reactionTo(text, answer, { isList: method === 'get', keptAt }),
    );
  }
  expect(reactions.length).toBeGreaterThan(10);
  expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  // What was there is as it was.
  const after = await backend.call(
    'get',
    `/requests/${ordinary.id}`,
    as(LI_WEI),
  );
  expect(after.body.state).toBe('pending');
  expect(after.body.payload).toEqual(ordinary.payload);
});
