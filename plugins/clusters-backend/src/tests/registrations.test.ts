import { inspect } from 'node:util';
import { mockCredentials } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import { namespace, setOf } from '../__testUtils__/applySets';
import { ANOTHER_CA } from '../__testUtils__/hosts';
import {
  LI_WEI,
  SERVICE,
  useRegistrations,
} from '../__testUtils__/useRegistrations';

jest.setTimeout(60_000);

describe('clusters that are registered in the portal', () => {
  const bench = useRegistrations();

  it('are connected at once, shown beside the others, and taken up by another replica', async () => {
    const [one, other] = [
      await bench.startReplica(),
      await bench.startReplica(),
    ];
    const { status, body, text } = await one.register();
    expect(status).toBe(201);
    expect(body.registration).toMatchObject({
      name: 'dr',
      environments: ['staging', 'prod'],
      version: 1,
      updatedBy: 'user:default/chen-jing',
    });
    expect(body.test).toMatchObject({
      isUsable: true,
      version: expect.stringMatching(/^v1\./),
    });
    expect(text).not.toContain(bench.token);
    expect(await one.becomes('dr', 'connected')).toMatchObject({
      region: 'Shanghai',
      origin: 'portal',
      nodeCount: 8,
    });
    expect(await other.names()).toEqual(['nonprod']);
    await other.tick('follow-registrations');
    await other.becomes('dr', 'connected');
    expect(await other.names()).toEqual(['nonprod', 'dr']);
    await one.stop();
    const restarted = await bench.startReplica();
    await restarted.becomes('dr', 'connected');
  });

  it('take apply sets at once, also at a replica that has not heard of them', async () => {
    const [one, other] = [
      await bench.startReplica(),
      await bench.startReplica(),
    ];
    await one.register().expect(201);
    const input = setOf('life-dr-prod', {
      cluster: 'dr',
      objects: [namespace('life-dr-prod')],
    });
    const route = `/clusters/dr/apply-sets/${input.id}`;
    await other.call('put', route, input, SERVICE).expect(200);
    await eventually(20, async () => {
      await other.tick('reconcile-apply-sets');
      const { body } = await one.call('get', route, undefined, SERVICE);
      expect(body.state).toBe('ready');
    });
  });

  it('are not saved when the connection fails, whatever the reason', async () => {
    const { register, names } = await bench.startReplica();
    const html = await bench.hosts.serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello'),
    );
    for (const [changes, sentence, chinese] of [
      [
        { token: 'wrong-token-of-dr' },
        'token: The cluster does not accept',
        'token: 集群不接受该令牌',
      ],
      [
        { ca: ANOTHER_CA },
        'certificate: The certificate of the host is not',
        'certificate: 主机的证书不是',
      ],
      [
        { url: 'https://127.0.0.1:1' },
        'connection: The host cannot be',
        'connection: 无法连接主机：该地址和端口没有服务在监听',
      ],
      [
        { url: html },
        "connection: The host answers 200 with 'text/html'",
        'connection: 主机返回 200 和“text/html”',
      ],
      [
        { url: 'https://169.254.169.254' },
        'address: ',
        'address: “169.254.169.254”不是集群的地址',
      ],
    ] as const) {
      const { status, body, text } = await register(changes);
      expect([status, body.error.message]).toEqual([
        400,
        expect.stringContaining(`Nothing was saved. ${sentence}`),
      ]);
      expect(body.error.translations['zh-CN']).toContain(
        `没有保存：连接测试未通过。${chinese}`,
      );
      expect(text).not.toContain('wrong-token-of-dr');
    }
    expect(await bench.knex('clusters')).toEqual([]);
    expect(await names()).toEqual(['nonprod']);
  });

  it.each([
    ['a name that is none', { name: 'Dr!' }, 'name: Write lower case'],
    ['an address without TLS', { url: 'http://10.0.0.3' }, 'url: Write the'],
    ['a person in the address', { url: 'https://a:b@10.0.0.3' }, 'url: '],
    ['no environment', { environments: [] }, 'environments: Choose'],
    ['an unknown one', { environments: ['uat'] }, 'environments.0: Choose'],
    ['no token', { token: '' }, 'token: Write the token'],
    ['a token of two words', { token: 'of two' }, 'token: A token is one word'],
    [
      'a certificate that is none',
      { ca: 'hello' },
      'ca: Write the certificate',
    ],
    ['no title', { title: ' ' }, 'title: Write a title'],
  ])('refuse %s, naming the field and quoting no token', async (...row) => {
    const [, changes, sentence] = row;
    const { register } = await bench.startReplica();
    const { status, body, text } = await register(changes);
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining(sentence),
    ]);
    expect(text).not.toContain('of two');
  });

  it('are for platform administrators alone', async () => {
    const { call, register } = await bench.startReplica();
    await register().expect(201);
    for (const [method, route, body] of [
      ['post', '/connection-tests', bench.dr()],
      ['post', '/registrations', bench.dr({ name: 'more' })],
      ['get', '/registrations/dr', undefined],
      ['post', '/registrations/dr/connection-tests', bench.dr()],
      ['put', '/registrations/dr', { ...bench.dr(), version: 1 }],
      ['delete', '/registrations/dr', { version: 1 }],
    ] as const) {
      expect((await call(method, route, body, LI_WEI)).status).toBe(403);
      const nobody = mockCredentials.none.header();
      expect((await call(method, route, body, nobody)).status).toBe(401);
    }
  });

  it('have a name that nobody else has, also of two that come at once', async () => {
    const { register, becomes } = await bench.startReplica();
    const answers = await Promise.all([register(), register()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const again = await register();
    expect([again.status, again.body.error.message]).toEqual([
      409,
      "A cluster is registered as 'dr' already: choose another name, or change that one",
    ]);
    expect(answers.concat(again).map(({ body }) => body.error)).toContainEqual(
      expect.objectContaining({
        translations: {
          'zh-CN': '已有名为“dr”的集群。请换一个名称，或修改已有的集群',
        },
      }),
    );
    const foreign = await register({ name: 'nonprod' });
    expect([foreign.status, foreign.body.error.message]).toEqual([
      409,
      expect.stringContaining("'nonprod' stands in the configuration"),
    ]);
    await becomes('dr', 'connected');
  });

  it('give way to the configuration, with a warning', async () => {
    const { register, stop } = await bench.startReplica();
    await register().expect(201);
    await stop();
    const { names, call } = await bench.startReplica({
      clusters: [bench.configured(), { ...bench.configured(), name: 'dr' }],
    });
    expect(await names()).toEqual(['nonprod', 'dr']);
    await call('get', '/registrations/dr').expect(404);
    expect(inspect(bench.logger.warn.mock.calls)).toContain(
      "Cluster 'dr' stands in the configuration and is registered in the portal",
    );
  });

  it('are refused without a key, with what to do', async () => {
    const { register } = await bench.startReplica({ encryptionKeys: [] });
    const { status, body } = await register();
    expect([status, body.error.message]).toEqual([
      503,
      expect.stringContaining('make one with `openssl rand -base64 32`'),
    ]);
  });

  it('are tried without being saved', async () => {
    const { call } = await bench.startReplica();
    const { body } = await call('post', '/connection-tests', bench.dr()).expect(
      200,
    );
    expect(body.isUsable).toBe(true);
    const wrong = await call('post', '/connection-tests', bench.dr({ ca: '' }));
    expect([wrong.status, wrong.body.isUsable]).toEqual([200, false]);
    expect(await bench.knex('clusters')).toEqual([]);
  });
});
