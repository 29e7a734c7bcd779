import { inspect } from 'node:util';
import { eventually } from '@caas/backend-testing/processes';
import { namespace, setOf } from '../__testUtils__/applySets';
import {
  K1,
  K2,
  SERVICE,
  useRegistrations,
} from '../__testUtils__/useRegistrations';

jest.setTimeout(60_000);

describe('a registered cluster', () => {
  const bench = useRegistrations();
  const start = async () => {
    const replica = await bench.startReplica();
    await replica.register().expect(201);
    await replica.becomes('dr', 'connected');
    return replica;
  };

  it('keeps its token when none is written, and is changed on the version that was seen', async () => {
    const replica = await start();
    const [before] = await bench.knex('clusters');
    const { body } = await replica
      .change({ title: '灾备集群', token: '', version: 1 })
      .expect(200);
    expect(body.registration).toMatchObject({ title: '灾备集群', version: 2 });
    const [after] = await bench.knex('clusters');
    expect(after.sealed_token).toBe(before.sealed_token);
    // The connection goes on: nothing of it changed.
    expect(await replica.becomes('dr', 'connected')).toMatchObject({
      title: '灾备集群',
    });
    const late = await replica.change({ token: '', version: 1 });
    expect([late.status, late.body.error.message]).toEqual([
      409,
      expect.stringContaining("The cluster 'dr' was changed or removed"),
    ]);
  });

  it('never shows its token, to those who may change it', async () => {
    const { call } = await start();
    const { body, text } = await call('get', '/registrations/dr').expect(200);
    expect(Object.keys(body).sort()).toEqual([
      'ca',
      'environments',
      'name',
      'region',
      'title',
      'titleEn',
      'updatedAt',
      'updatedBy',
      'url',
      'version',
    ]);
    expect(text).not.toContain(bench.token);
  });

  it('sends its stored token to no other address', async () => {
    const replica = await start();
    const heard: (string | undefined)[] = [];
    const url = await bench.hosts.serve((asked, response) => {
      heard.push(asked.headers.authorization);
      response.end();
    });
    const route = '/registrations/dr/connection-tests';
    for (const answer of [
      await replica.change({ url, token: '', version: 1 }),
      await replica.call('post', route, { url }),
    ]) {
      expect([answer.status, answer.body.error.message]).toEqual([
        400,
        expect.stringContaining('another address than the stored token is for'),
      ]);
    }
    expect(heard).toEqual([]);
  });

  it('takes a new token at once, and refuses one that the cluster does', async () => {
    const replica = await start();
    const wrong = await replica.change({ token: 'worn-out', version: 1 });
    expect([wrong.status, wrong.body.error.message]).toEqual([
      400,
      expect.stringContaining('Nothing was saved. token: '),
    ]);
    await bench.knex('clusters').update({ sealed_token: 'v1.k1.none' });
    const token = await bench.anotherToken('renewed');
    await replica.change({ token, version: 1 }).expect(200);
    await replica.becomes('dr', 'connected');
    const tested = await replica.call(
      'post',
      '/registrations/dr/connection-tests',
      {
        url: bench.sandbox.clusters.prod.url,
        ca: bench.sandbox.clusters.prod.ca,
      },
    );
    expect(tested.body.isUsable).toBe(true);
  });

  it('is not removed under apply sets unless somebody says so; then these stall, and stay visible', async () => {
    const replica = await start();
    const { call, tick } = replica;
    const input = setOf('life-left-prod', {
      cluster: 'dr',
      objects: [namespace('life-left-prod')],
    });
    const route = `/clusters/dr/apply-sets/${input.id}`;
    const reach = (state: string) =>
      eventually(20, async () => {
        await tick('reconcile-apply-sets');
        const { body } = await call('get', route, undefined, SERVICE);
        expect(body.state).toBe(state);
        return body;
      });
    await call('put', route, input, SERVICE).expect(200);
    await reach('ready');

    const refused = await call('delete', '/registrations/dr', { version: 1 });
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      "1 apply sets stand on the cluster 'dr': delete them first, or say 'leaveApplySets' to remove it all the same. Then they stall, and what they put there stays",
    ]);
    const { body } = await call('delete', '/registrations/dr', {
      version: 1,
      leaveApplySets: true,
    }).expect(200);
    expect(body).toEqual({ cluster: 'dr', applySetsLeft: 1 });
    expect(await replica.names()).toEqual(['nonprod']);
    await bench
      .knex('apply_sets')
      .update({ next_run_at: new Date(0).toISOString() });
    expect((await reach('stalled')).conditions[0]).toMatchObject({
      reason: 'UnknownCluster',
    });
    await call('put', route, { ...input, generation: 2 }, SERVICE).expect(404);

    await replica.register().expect(201);
    await bench
      .knex('apply_sets')
      .update({ next_run_at: new Date(0).toISOString() });
    await reach('ready');
  });

  it('leaves every replica when it is removed', async () => {
    const [one, other] = [await start(), await bench.startReplica()];
    expect(await other.names()).toEqual(['nonprod', 'dr']);
    await one.call('delete', '/registrations/dr', { version: 1 }).expect(200);
    expect(await one.names()).toEqual(['nonprod']);
    await other.tick('follow-registrations');
    expect(await other.names()).toEqual(['nonprod']);
    await one.call('delete', '/registrations/dr', { version: 1 }).expect(404);
  });

  it('outlives a new key: its token is sealed with that, and the old key can go', async () => {
    await (await start()).stop();
    const both = await bench.startReplica({ encryptionKeys: [K2, K1] });
    await both.becomes('dr', 'connected');
    const [{ sealed_token: sealed, version }] = await bench.knex('clusters');
    expect([sealed, version]).toEqual([expect.stringMatching(/^v1\.k2\./), 1]);
    await both.stop();
    const without = await bench.startReplica({ encryptionKeys: [K2] });
    await without.becomes('dr', 'connected');
  });

  it('says that its key is gone, while the others go on', async () => {
    await (await start()).stop();
    const replica = await bench.startReplica({ encryptionKeys: [K2] });
    expect(await replica.becomes('dr', 'unauthorized')).toMatchObject({
      reason:
        "The stored token of cluster 'dr' cannot be opened: it is sealed with the key 'k1', which the configuration does not have. Bring the key back, or write the token again",
      since: expect.any(String),
    });
    await replica.becomes('nonprod', 'connected');
    const kept = await replica.change({ token: '', version: 1 });
    expect([kept.status, kept.body.error.message]).toEqual([
      400,
      expect.stringContaining('cannot be opened'),
    ]);
    await replica.change({ version: 1 }).expect(200);
    await replica.becomes('dr', 'connected');
  });

  it('does not open the token of another row', async () => {
    const replica = await start();
    const token = await bench.anotherToken('of-another');
    await replica.register({ name: 'dr2', token }).expect(201);
    const [one, other] = await bench.knex('clusters').orderBy('name');
    const put = (name: string, sealed: string) =>
      bench
        .knex('clusters')
        .where({ name })
        .update({ sealed_token: sealed, version: 2 });
    await put('dr', other.sealed_token);
    await put('dr2', one.sealed_token);
    await replica.tick('follow-registrations');
    for (const name of ['dr', 'dr2']) {
      expect(await replica.becomes(name, 'unauthorized')).toMatchObject({
        reason: expect.stringContaining('the row was changed'),
      });
    }
  });

  it('is as before when the portal was killed between the test and the saving', async () => {
    const replica = await bench.startReplica();
    const query = bench.knex.client.query.bind(bench.knex.client);
    const killed: string[] = [];
    const broken = jest
      .spyOn(bench.knex.client, 'query')
      .mockImplementation((connection, asked) => {
        const { sql } = asked as { sql: string };
        if (!/^insert into `clusters`/.test(sql)) {
          return query(connection, asked);
        }
        killed.push(sql);
        throw new Error('the process was killed');
      });
    await replica.register();
    expect(killed).toHaveLength(1);
    broken.mockRestore();
    expect(await bench.knex('clusters')).toEqual([]);
    await replica.register().expect(201);
  });

  it('leaves its token in no log, no row, no audit event', async () => {
    const replica = await start();
    await replica.change({ version: 1, title: '甲' }).expect(200);
    await replica.change({ version: 1 }).expect(409);
    await replica.call('delete', '/registrations/dr', { version: 2 });
    const { url } = bench.sandbox.clusters.prod;
    expect(bench.audited).toMatchObject([
      {
        event: 'cluster-register',
        outcome: 'succeeded',
        meta: { name: 'dr', url },
      },
      {
        event: 'cluster-update',
        outcome: 'succeeded',
        meta: { name: 'dr', url, isTokenChanged: true },
      },
      { event: 'cluster-update', outcome: 'failed', meta: { name: 'dr' } },
      {
        event: 'cluster-remove',
        outcome: 'succeeded',
        meta: { name: 'dr', applySetsLeft: 0 },
      },
    ]);
    const rows = await bench.knex('clusters');
    const said = inspect(
      [
        bench.logger.info.mock.calls,
        bench.logger.warn.mock.calls,
        bench.logger.error.mock.calls,
        bench.logger.debug.mock.calls,
        rows,
        bench.audited,
      ],
      { depth: 9, maxStringLength: null, maxArrayLength: null },
    );
    expect(said).toContain("Cluster 'dr' is registered");
    expect(said).not.toContain(bench.token);
  });
});
