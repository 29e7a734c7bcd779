import { request } from 'node:http';
import type { BackendProcess } from '../__testUtils__/BackendProcess';
import { until } from '@caas/backend-testing/processes';
import { startSmallBackend } from './__testUtils__/startSmallBackend';

jest.setTimeout(150_000);

describe('a backend that is told to stop', () => {
  let backend: BackendProcess;

  afterEach(async () => {
    await backend?.kill();
  });

  it('is not ready at once, answers what it has taken, and ends with 0', async () => {
    backend = await startSmallBackend();
    const slow = fetch(`${backend.baseUrl}/api/small/slow/1500`);
    const events = await fetch(`${backend.baseUrl}/api/small/events`);
    const upload = startUpload(`${backend.baseUrl}/api/small/upload`);
    await upload.send('half');
    // Nothing may end because this one never does.
    void fetch(`${backend.baseUrl}/api/small/hang`).catch(() => {});
    // What was sent before this has arrived when this is answered.
    await fetch(`${backend.baseUrl}/api/small/slow/200`);

    const ended = backend.ended();
    backend.signal('SIGTERM');
    await until(
      'readiness says no',
      5000,
      async () => !(await backend.isReady()),
    );
    // A balancer needs a moment to notice; whoever comes in it is served, and told to come elsewhere next time.
    const late = await fetch(`${backend.baseUrl}/api/small/quick`);
    expect(late.status).toBe(200);
    expect(late.headers.get('connection')).toBe('close');

    await upload.send('half');
    expect(await upload.finish()).toEqual({ status: 200, body: { bytes: 8 } });
    expect((await slow).status).toBe(200);
    // Reads to the end that the protocol has: a connection that was cut would throw here.
    expect(await events.text()).toContain('data: tick');
    expect(await ended).toMatchObject({ code: 0, signal: null });
    expect(backend.tail()).toContain('/api/small/hang');
  });

  it('takes a second signal within a moment for the same one, and a later one for an order to end at once', async () => {
    backend = await startSmallBackend({
      backend: { lifecycle: { serverShutdownDelay: '30s' } },
    });
    const ended = backend.ended();
    backend.signal('SIGTERM');
    backend.signal('SIGTERM');
    await until(
      'readiness says no',
      5000,
      async () => !(await backend.isReady()),
    );
    // Signals within a second are one wish: this is that second, in a process whose clock the test cannot turn.
    await new Promise(resolve => {
      setTimeout(resolve, 1200);
    });
    expect((await fetch(`${backend.baseUrl}/api/small/quick`)).status).toBe(
      200,
    );
    backend.signal('SIGTERM');
    const { code, afterMs } = await ended;
    expect(code).toBe(143);
    expect(afterMs).toBeLessThan(10_000);
  });

  it('ends by itself when nobody reads its output any more', async () => {
    backend = await startSmallBackend();
    backend.closeOutput();
    const ended = backend.ended();
    backend.signal('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, signal: null });
  });

  it.each([
    ['throw', 'Uncaught exception', 'Nobody catches this'],
    ['reject', 'Unhandled rejection', 'Nobody handles this'],
  ])(
    'stops in good order and fails after somebody forgot to catch (%s)',
    async (address, kind, message) => {
      backend = await startSmallBackend();
      const slow = fetch(`${backend.baseUrl}/api/small/slow/1500`);
      const ended = backend.ended();
      await fetch(`${backend.baseUrl}/api/small/${address}`, {
        method: 'POST',
      });
      await until(
        'readiness says no',
        5000,
        async () => !(await backend.isReady()),
      );
      expect((await slow).status).toBe(200);
      expect((await ended).code).toBe(1);

      const reports = backend.lines().filter(line => line.includes(message));
      expect(reports).toHaveLength(1);
      const report = JSON.parse(reports[0]);
      expect(report).toMatchObject({ level: 'error' });
      expect(report.message).toContain(kind);
      expect(report.stack).toContain('smallBackend.ts');
    },
  );
});

/** A body that arrives piece by piece. */
function startUpload(address: string) {
  const outgoing = request(address, { method: 'POST' });
  const answer = new Promise<{ status?: number; body: unknown }>(
    (resolve, reject) => {
      outgoing.on('error', reject);
      outgoing.on('response', async response => {
        let text = '';
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode, body: JSON.parse(text) });
      });
    },
  );
  return {
    send: (text: string) =>
      new Promise(resolve => {
        outgoing.write(text, resolve);
      }),
    finish: () => {
      outgoing.end();
      return answer;
    },
  };
}
