import { request } from 'node:http';
import type { BackendProcess } from '../__testUtils__/BackendProcess';
import { askForever } from './__testUtils__/askForever';
import { balance, type Balancer } from './__testUtils__/balance';
import { startSmallBackend } from './__testUtils__/startSmallBackend';

/** How often a replica is stopped and started; `RESTARTS=100` for the whole promise. */
const RESTARTS = Number(process.env.RESTARTS ?? 3);
const CONNECTIONS = 50;

jest.setTimeout(300_000 + RESTARTS * 60_000);

/** A body that takes this long to send. */
function uploadSlowly(address: string, durationMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const outgoing = request(address, { method: 'POST' }, async response => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode, text });
    });
    outgoing.on('error', reject);
    outgoing.write('half');
    setTimeout(() => outgoing.end('half'), durationMs);
  });
}

describe('two replicas behind a balancer that asks for readiness', () => {
  let replicas: BackendProcess[];
  let balancer: Balancer;

  beforeAll(async () => {
    // Production's delay is longer, because real balancers are slower than this one.
    const config = {
      backend: { lifecycle: { serverShutdownDelay: '2s' } },
    };
    replicas = await Promise.all([
      startSmallBackend(config),
      startSmallBackend(config),
    ]);
    balancer = await balance(replicas.map(replica => replica.port));
  });

  afterAll(async () => {
    await balancer?.close();
    await Promise.all((replicas ?? []).map(replica => replica.kill()));
  });

  it(`loses nothing in ${RESTARTS} restarts under ${CONNECTIONS} connections, an upload and an event stream`, async () => {
    const stop = askForever({
      addresses: [
        `${balancer.baseUrl}/api/small/quick`,
        `${balancer.baseUrl}/api/small/slow/300`,
      ],
      connections: CONNECTIONS,
      pauseMs: 50,
    });
    const exits: number[] = [];
    for (let round = 0; round < RESTARTS; round += 1) {
      const replica = replicas[round % replicas.length];
      // At the replica that stops, so that it is surely the one they are at.
      const upload = uploadSlowly(`${replica.baseUrl}/api/small/upload`, 3000);
      const events = await fetch(`${replica.baseUrl}/api/small/events`);
      const ended = replica.ended();
      replica.signal('SIGTERM');
      expect(await upload).toEqual({ status: 200, text: '{"bytes":8}' });
      expect(await events.text()).toMatch(/tick\n\n$/);
      const { code, afterMs } = await ended;
      expect(code).toBe(0);
      exits.push(afterMs);
      await replica.start();
    }
    const tally = await stop();

    exits.sort((one, other) => one - other);
    // For docs/benchmarks.md, and for whoever runs all hundred.
    process.stdout.write(
      `${RESTARTS} restarts: ${tally.answered} answered, ${tally.lost} lost, ${tally.failed} × 5xx; exit p50 ${exits[Math.floor(exits.length / 2)]} ms, max ${exits.at(-1)} ms\n`,
    );
    expect(tally).toMatchObject({ lost: 0, failed: 0 });
    expect(tally.answered).toBeGreaterThan(RESTARTS * CONNECTIONS);
    expect(exits.at(-1)).toBeLessThan(15_000);
  });
});
