import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import {
  as,
  asPlugin,
  KIND,
  launchBackend,
  startBackend,
  type Method,
} from '../__testUtils__/backend';
import {
  CHEN_JING,
  LI_WEI,
  SUBMISSION,
  SUN_LI,
  WANG_FANG,
  ZHANG_MIN,
} from '../__testUtils__/desk';
import { ADMIN_STAGE, rulesFile, TWO_STAGES } from '../__testUtils__/rules';

const POLICIES = rulesFile(TWO_STAGES, ADMIN_STAGE);
const DELEGATION = {
  delegate: ZHANG_MIN,
  startsAt: '2029-12-01T08:00:00Z',
  endsAt: '2030-01-01T08:00:00Z',
  reason: 'Holiday',
};
const NOBODY = mockCredentials.none.header();

describe('the approvals plugin', () => {
  const directory = createMockDirectory();

  const start = () => {
    directory.setContent({ 'policies.yaml': POLICIES });
    return startBackend(directory.resolve('policies.yaml'));
  };

  it('carries a request from its submit over two approvals to its execution', async () => {
    const { provider, sent, published, call, submit, decide, eventually } =
      await start();
    const kinds = await call('get', '/kinds', as(LI_WEI)).expect(200);
    expect(kinds.body).toEqual({ items: [{ ...KIND, pluginId: 'demo' }] });
    const preview = await call('post', '/previews', as(LI_WEI), SUBMISSION);
    expect(preview.body).toMatchObject({
      title: { en: 'Make a' },
      payload: SUBMISSION.payload,
      evidence: { items: [], objects: [] },
      stages: [{ approvers: [SUN_LI, WANG_FANG] }, {}],
    });

    const submitted = await submit();
    expect(submitted).toMatchObject({
      title: { en: 'Make a' },
      state: 'pending',
      requester: LI_WEI,
      can: { decide: false, withdraw: true },
      stages: [{ state: 'open', approvers: [SUN_LI, WANG_FANG] }, {}],
    });
    const inbox = async (person: string) =>
      (await call('get', '/requests?view=to-decide', as(person))).body
        .totalCount;
    expect([await inbox(WANG_FANG), await inbox(CHEN_JING)]).toEqual([1, 0]);
    await decide(submitted, WANG_FANG).expect(200);
    expect([await inbox(WANG_FANG), await inbox(CHEN_JING)]).toEqual([0, 1]);

    let isClusterDown = true;
    const message = {
      'zh-CN': '集群“nonprod”没有响应',
      en: "The cluster 'nonprod' does not answer",
    };
    const { execute } = provider;
    provider.execute = async subject => {
      await execute.call(provider, subject);
      return isClusterDown
        ? { state: 'working', steps: [], message }
        : { state: 'done', steps: [] };
    };
    await decide(submitted, CHEN_JING).expect(200);
    const waiting = await eventually(
      submitted.id,
      ({ execution }) => execution?.message?.en === message.en,
    );
    expect(waiting).toMatchObject({
      state: 'executing',
      execution: { message },
    });
    isClusterDown = false;
    const completed = await eventually(
      submitted.id,
      ({ state }) => state === 'completed',
    );
    expect(completed.timeline.map(({ event, by }) => [event, by])).toEqual([
      ['submitted', LI_WEI],
      ['approved', WANG_FANG],
      ['stage-opened', undefined],
      ['approved', CHEN_JING],
      ['passed', undefined],
      ['started', undefined],
      ['completed', undefined],
    ]);
    expect([...provider.made]).toEqual([
      [
        submitted.id,
        { payload: SUBMISSION.payload, payloadHash: submitted.payloadHash },
      ],
    ]);
    const told = new Set(sent.map(({ payload }) => payload.link));
    expect([...told]).toEqual([`/requests/${submitted.id}`]);
    expect(published.at(-1)).toMatchObject({
      recipients: { type: 'user' },
      message: { id: submitted.id },
    });
    // A backend that starts, and all calls of a request, on a machine that may be busy.
  }, 30_000);

  it('lets nobody in without credentials', async () => {
    const { call, submit } = await start();
    const { id } = await submit();
    const doors: Array<[Method, string]> = [
      ['get', '/openapi.json'],
      ['get', '/kinds'],
      ['put', '/providers/demo'],
      ['post', '/previews'],
      ['get', '/requests'],
      ['post', '/requests'],
      ['get', `/requests/${id}`],
      ['put', `/requests/${id}`],
      ['post', `/requests/${id}/decisions`],
      ['post', `/requests/${id}/withdrawal`],
      ['post', `/requests/${id}/retry`],
      ['post', `/requests/${id}/cancellation`],
      ['post', `/requests/${id}/comments`],
      ['get', `/requests/${id}/similar`],
      ['post', '/delegations'],
      ['get', '/delegations'],
      ['post', '/delegations/none/revocation'],
      ['get', '/policies'],
      ['post', '/policies/dry-run'],
    ];
    for (const [method, route] of doors) {
      const { status } = await call(method, route, NOBODY);
      expect([method, route, status]).toEqual([method, route, 401]);
    }
  });

  it('answers a request of another tenant as an unknown one, whatever is done to it', async () => {
    const { call, submit } = await start();
    const { id, payloadHash } = await submit();
    const list = await call('get', '/requests', as(ZHANG_MIN));
    expect(list.body).toEqual({ items: [], totalCount: 0 });
    const doors: Array<[Method, string, object]> = [
      ['get', '', {}],
      ['put', '', { payload: { name: 'b' }, purpose: 'For the tests' }],
      ['post', '/decisions', { verdict: 'approve', payloadHash }],
      ['post', '/withdrawal', {}],
      ['post', '/retry', {}],
      ['post', '/cancellation', { comment: 'No' }],
      [
        'post',
        '/comments',
        { comment: 'Why?', idempotencyKey: 'key-00000001' },
      ],
      ['get', '/similar', {}],
    ];
    for (const [method, door, body] of doors) {
      const answer = (some: string) =>
        call(method, `/requests/${some}${door}`, as(ZHANG_MIN), body);
      const [foreign, unknown] = [await answer(id), await answer('none')];
      expect([method, door, foreign.status]).toEqual([method, door, 404]);
      expect(foreign.text.replaceAll(id, 'none')).toBe(unknown.text);
    }
    const other = await call('post', '/requests', as(ZHANG_MIN), SUBMISSION);
    expect(other.status).toBe(404);
    expect(other.body.error.message).toMatch(/^There is no tenant 'life'/);
  });

  it('refuses a requester who would approve, though they hold the role', async () => {
    const { call, submit, decide } = await start();
    const submitted = await submit(WANG_FANG);
    const { status, body } = await decide(submitted, WANG_FANG);
    expect(status).toBe(403);
    expect(body.error).toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(/You made this request/),
    });
    const after = await call('get', `/requests/${submitted.id}`, as(SUN_LI));
    expect(after.body).toMatchObject({ state: 'pending', version: 1 });
  });

  it('says of bad input which field it is, and what to write', async () => {
    const { call, submit } = await start();
    const { id } = await submit();
    const decisions = `/requests/${id}/decisions`;
    const cases: Array<[Method, string, object, string | RegExp]> = [
      [
        'post',
        '/requests',
        { ...SUBMISSION, purpose: 'no' },
        'purpose: Say in at least 5 characters what it is for',
      ],
      [
        'post',
        '/requests',
        { ...SUBMISSION, kind: 'Make It' },
        "kind: A request kind is written like 'namespace.create'",
      ],
      [
        'post',
        '/requests',
        { ...SUBMISSION, payload: { name: '' } },
        'name: Choose a name',
      ],
      ['post', '/previews', { ...SUBMISSION, payload: 'x' }, /^payload: /],
      [
        'post',
        decisions,
        { verdict: 'maybe', payloadHash: 'hash' },
        /^verdict: .*approve.*reject.*return/,
      ],
      [
        'post',
        decisions,
        { verdict: 'reject', payloadHash: 'hash' },
        /^comment: Say why/,
      ],
      [
        'post',
        `/requests/${id}/comments`,
        { comment: ' ', idempotencyKey: 'key-00000001' },
        'comment: Write a comment',
      ],
      [
        'post',
        `/requests/${id}/comments`,
        { comment: 'x'.repeat(1001), idempotencyKey: 'key-00000001' },
        /^comment: A comment has at most 1000 characters/,
      ],
      [
        'post',
        `/requests/${id}/cancellation`,
        { comment: '' },
        /^comment: Say why/,
      ],
      [
        'post',
        '/delegations',
        { ...DELEGATION, delegate: 'li-wei' },
        "delegate: Write a person like 'user:default/li-wei'",
      ],
      [
        'post',
        '/delegations',
        { ...DELEGATION, startsAt: 'tomorrow' },
        /^startsAt: Write a time like/,
      ],
      [
        'post',
        '/delegations',
        { ...DELEGATION, delegate: 'user:default/nobody' },
        /^delegate: The catalog has no person 'user:default\/nobody'/,
      ],
      ['get', '/requests?limit=1000', {}, /^limit: /],
      ['get', '/requests?state=done', {}, /^state: /],
    ];
    for (const [method, route, body, sentence] of cases) {
      const answer = await call(method, route, as(WANG_FANG), body);
      expect([route, answer.status]).toEqual([route, 400]);
      expect(answer.body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(sentence),
      });
    }
  });

  it('lets domains announce their own kinds, and nobody else', async () => {
    const { call } = await start();
    const announce = (header: string) =>
      call('put', '/providers/demo', header, { kinds: [] });
    for (const header of [as(LI_WEI), as(CHEN_JING), asPlugin('catalog')]) {
      expect((await announce(header)).status).toBe(403);
    }
    const { body } = await call('get', '/kinds', as(LI_WEI));
    expect(body.items).toHaveLength(1);
  });

  it.each([
    ['that is not there', {}, /policies\.yaml/],
    [
      'with a mistake',
      { 'policies.yaml': POLICIES.replace('tenant-admin', 'boss') },
      /policies\.yaml:\d+:\d+: /,
    ],
  ])('does not start with a policies file %s', async (_, content, sentence) => {
    directory.setContent(content);
    await expect(
      launchBackend(directory.resolve('policies.yaml')),
    ).rejects.toThrow(sentence);
  });
});
