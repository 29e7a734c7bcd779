import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  LoggerService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import type { ShutdownTimes } from '../readDurations';
import type { RequestsInFlight } from './RequestsInFlight';

/** How long closed connections may take to go away before they are cut. */
const LINGER_MS = 1000;

/**
 * Ends the HTTP side of a shutdown without losing a request.
 *
 * @remarks
 * Backstage runs the hooks of a shutdown in three phases: before-shutdown hooks, which turn readiness to 503; the
 * hooks of the plugins, from which on every plugin answers 503; and the root hooks, which close the server and the
 * databases side by side. So whatever shall still be answered must have been answered in the first phase:
 *
 * 1. for `backend.lifecycle.serverShutdownDelay` everything is served as ever, while balancers notice; each answer
 *    closes its connection;
 * 2. event streams are ended;
 * 3. requests that still run end, within `runtime.drainTimeout`.
 *
 * The server listens until the end of the first phase, because plugins call each other through it: a request that
 * still runs may need one more.
 */
export function drainOnShutdown(options: {
  server: Server;
  requests: RequestsInFlight;
  lifecycle: RootLifecycleService;
  logger: LoggerService;
  times: ShutdownTimes;
}): void {
  const { server, requests, lifecycle, logger, times } = options;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  lifecycle.addBeforeShutdownHook(async () => {
    logger.info(
      `Shutting down: not ready any more, ${requests.count} requests in flight`,
    );
    requests.leave();
    await sleep(times.delayMs);
    requests.endStreams();
    const cut = await requests.idle(times.drainMs);
    if (cut.length > 0) {
      logger.warn(
        `Shutting down although ${cut.length} requests have not ended within ${times.drainMs} ms`,
        { requests: cut },
      );
    }
  });

  lifecycle.addShutdownHook(async () => {
    server.closeIdleConnections();
    // The server counts as closed when its last connection is, and nobody would close the ones that were upgraded.
    const timer = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, LINGER_MS);
    server.once('close', () => clearTimeout(timer));
  });
}
