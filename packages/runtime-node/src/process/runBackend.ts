import { constants } from 'node:os';
import type { Backend } from '@backstage/backend-app-api';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { readShutdownTimes } from '../readDurations';
import { EndOfProcess } from './EndOfProcess';
import { StartTurn } from './StartTurn';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** For what comes after the drain: hooks of plugins, connections, databases. */
const CLOSE_MS = 3000;

/** Makes the listener the only one. */
function own(event: string, listener: (subject: unknown) => void): void {
  process.removeAllListeners(event);
  process.on(event, listener);
}

/** As the logger takes it: an error with its stack, anything else as it is. */
function toMeta(error: unknown): Error | undefined {
  if (error === undefined || error instanceof Error) return error;
  return new Error(String(error));
}

/**
 * Starts the backend and owns the end of the process.
 *
 * @remarks
 * Backstage logs exceptions that nobody caught and goes on, and a second signal ends it in the middle of a drain with
 * exit code 0. See `EndOfProcess` for what happens here. Replicas that start at once take turns: see `StartTurn`.
 *
 * @public
 */
export function runBackend(backend: Backend): void {
  let logger: LoggerService | undefined;
  let limitMs = 15_000;
  const end = new EndOfProcess({
    stop: () => backend.stop(),
    log(level, message, error) {
      if (logger) logger[level](message, toMeta(error));
      else console.error(message, error ?? '');
    },
    exit: code => process.exit(code),
    now: () => Date.now(),
    limitMs: () => limitMs,
  });
  const turn = new StartTurn();
  const onException = (error: unknown) =>
    end.onCrash('Uncaught exception', error);
  const onRejection = (error: unknown) =>
    end.onCrash('Unhandled rejection', error);

  backend.add(
    createServiceFactory({
      service: createServiceRef<{}>({ id: 'runtime.process', scope: 'root' }),
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.rootLogger,
      },
      initialization: 'always',
      async factory({ config, lifecycle, logger: rootLogger }) {
        const { delayMs, drainMs } = readShutdownTimes(config);
        limitMs = delayMs + drainMs + CLOSE_MS;
        logger = rootLogger.child({ type: 'process' });
        // Only now are the listeners of Backstage there that log an exception a second time.
        own('uncaughtException', onException);
        own('unhandledRejection', onRejection);
        // Root services are made before any plugin is, and only plugins have tables.
        await turn.take({ config, lifecycle, logger });
        return {};
      },
    }),
  );

  // Whoever read our output may end before us. Each line would then be an exception whose report is such a line.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});

  const started = backend.start();
  // `start` has put the listeners of Backstage there.
  for (const signal of SIGNALS) {
    own(signal, () => end.onSignal(signal, constants.signals[signal]));
  }
  own('uncaughtException', onException);
  own('unhandledRejection', onRejection);
  started
    .catch(error => end.onCrash('The backend did not start', error))
    .finally(() => turn.end());
}
