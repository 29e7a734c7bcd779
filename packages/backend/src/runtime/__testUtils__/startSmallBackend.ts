import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@caas/backend-testing/processes';
import { BackendProcess } from '../../__testUtils__/BackendProcess';

/** Starts the small backend as production runs the portal, with short times unless told otherwise. */
export async function startSmallBackend(
  config: {
    backend?: object;
    runtime?: object;
    port?: number;
  } = {},
): Promise<BackendProcess> {
  const directory = mkdtempSync(path.join(tmpdir(), 'caas-runtime-'));
  const port = config.port ?? (await freePort());
  const baseUrl = `http://localhost:${port}`;
  const configFile = path.join(directory, 'app-config.yaml');
  // JSON is YAML.
  writeFileSync(
    configFile,
    JSON.stringify({
      app: { baseUrl },
      backend: {
        baseUrl,
        listen: { port, host: '127.0.0.1' },
        database: { client: 'better-sqlite3', connection: ':memory:' },
        auth: { dangerouslyDisableDefaultAuthPolicy: true },
        lifecycle: { serverShutdownDelay: '500ms' },
        ...config.backend,
      },
      runtime: { drainTimeout: '3s', ...config.runtime },
    }),
  );
  const backend = new BackendProcess({
    entry: 'src/runtime/__testUtils__/smallBackend.ts',
    port,
    configFiles: [configFile],
    env: { NODE_ENV: 'production', LOG_LEVEL: 'info' },
  });
  await backend.start();
  return backend;
}
