import { connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { mockCredentials } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { startDemo, type Behaviour, type Demo } from './__testUtils__/demo';

const BODY = JSON.stringify({ size: { cpu: 2 } });

/** Opens a socket, sends one whole audited request on it, and leaves it open. */
async function send(demo: Demo): Promise<Socket> {
  const { port } = demo.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    [
      'PUT /api/demo/things/a HTTP/1.1',
      'host: localhost',
      `authorization: ${mockCredentials.user.header()}`,
      'content-type: application/json',
      `content-length: ${BODY.length}`,
      '',
      BODY,
    ].join('\r\n'),
  );
  return socket;
}

/** A demo whose handler stops half-way until the test lets it go on. */
async function startPausing(afterwards: Behaviour = () => {}) {
  let goOn = () => {};
  const mayGoOn = new Promise<void>(resolve => {
    goOn = resolve;
  });
  let entered = () => {};
  const isInside = new Promise<void>(resolve => {
    entered = resolve;
  });
  const demo = await startDemo({
    behave: async (call, input) => {
      entered();
      await mayGoOn;
      return afterwards(call, input);
    },
  });
  const connections: Socket[] = [];
  demo.server.on('connection', socket => connections.push(socket));
  return { demo, isInside, goOn: () => goOn(), connections };
}

describe('a client that hangs up while the handler runs', () => {
  it.each([
    ['returns', () => {}, { outcome: 'succeeded' }],
    [
      'throws',
      () => {
        throw new ConflictError('taken');
      },
      { outcome: 'failed', error: 'taken' },
    ],
  ])(
    'leaves one true end behind when the handler then %s',
    async (_what, afterwards, ending) => {
      const { demo, isInside, goOn, connections } = await startPausing(call => {
        call.note({ done: true });
        return afterwards();
      });
      const socket = await send(demo);
      await isInside;
      const closed = once(connections[0], 'close');
      socket.destroy();
      await closed;

      const ended = demo.auditor.nextEnding();
      goOn();
      await ended;
      // Whatever is still to come of the request has come once a second one is through.
      const next = await send(demo);
      await once(next, 'data');
      next.destroy();

      expect(demo.auditor.events[0].endings).toEqual([
        { ...ending, meta: { done: true, clientDisconnected: true } },
      ]);
    },
  );

  it('is not confused with one that waits, nor with one that asks again on the same connection', async () => {
    const { demo, isInside, goOn } = await startPausing();
    const socket = await send(demo);
    await isInside;
    goOn();
    await once(socket, 'data');
    socket.write(
      [
        'PUT /api/demo/things/b HTTP/1.1',
        'host: localhost',
        `authorization: ${mockCredentials.user.header()}`,
        'content-type: application/json',
        `content-length: ${BODY.length}`,
        '',
        BODY,
      ].join('\r\n'),
    );
    await once(socket, 'data');
    socket.destroy();

    expect(demo.auditor.events.map(({ endings }) => endings)).toEqual([
      [{ outcome: 'succeeded', meta: {} }],
      [{ outcome: 'succeeded', meta: {} }],
    ]);
  });
});
