import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How often a balancer asks; Kubernetes' shortest period is a second. */
const PROBE_MS = 250;

/** A balancer in front of several backends. */
export type Balancer = { baseUrl: string; close(): Promise<void> };

/**
 * A balancer that sends requests in turn to the backends whose readiness last said yes, and never twice: what gets lost
 * behind it is seen as 502 in front of it.
 */
export async function balance(ports: number[]): Promise<Balancer> {
  let ready: number[] = [];
  let turn = 0;
  const probe = async () => {
    const answers = await Promise.all(
      ports.map(port =>
        fetch(`http://127.0.0.1:${port}/.backstage/health/v1/readiness`)
          .then(response => response.ok)
          .catch(() => false),
      ),
    );
    ready = ports.filter((_, index) => answers[index]);
  };
  await probe();
  const timer = setInterval(() => void probe(), PROBE_MS);

  const server = createServer((incoming, outgoing) => {
    turn += 1;
    const port = ready[turn % ready.length];
    const fail = () => {
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end();
    };
    if (port === undefined) {
      fail();
      return;
    }
    const forwarded = request(
      {
        host: '127.0.0.1',
        port,
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
      },
      (answer: IncomingMessage) => {
        const { connection, ...headers } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 502, headers);
        answer.pipe(outgoing);
        // A connection that is cut in the middle of an answer has no other sign.
        answer.on('error', fail);
      },
    );
    forwarded.on('error', fail);
    incoming.pipe(forwarded);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      clearInterval(timer);
      server.closeAllConnections();
      server.close();
    },
  };
}
