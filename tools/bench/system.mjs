// What is the same of both systems: a token for programs, the same components, a warm-up that is not measured.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dropDatabases } from '../production/postgres.mjs';
import { pause, startBackend } from './backendProcess.mjs';
import { TAG, writeEntities } from './catalogEntities.mjs';

const MINUTES_TO_INGEST = 5;

/**
 * @param definition - `cwd` of the backend; `configs` and `env` that it starts with; `port`, and `listen` in the form that
 * its own configuration uses; `owner` of the components;
 * `config`: what it needs to be measured, with the locations of its own catalog.
 */
export async function createSystem(definition, { log, components }) {
  const { name, port } = definition;
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-bench-'));
  const prefix = `bench_${randomBytes(4).toString('hex')}_`;
  const token = randomBytes(24).toString('hex');
  const { backend, catalog, ...config } = definition.config;
  const configFile = path.join(folder, 'app-config.bench.yaml');
  const location = writeEntities(folder, {
    owner: definition.owner,
    components,
  });
  writeFileSync(
    configFile,
    JSON.stringify({
      ...config,
      backend: {
        listen: definition.listen,
        database: { prefix },
        auth: {
          externalAccess: [
            { type: 'static', options: { token, subject: 'bench' } },
          ],
        },
        ...backend,
      },
      catalog: { ...catalog, locations: [...catalog.locations, location] },
    }),
  );
  const baseUrl = `http://localhost:${port}`;
  const system = {
    ...definition,
    baseUrl,
    token,
    start: () =>
      startBackend({
        name,
        cwd: definition.cwd,
        args: [
          '.',
          ...[...definition.configs, configFile].flatMap(file => [
            '--config',
            file,
          ]),
        ],
        env: { LOG_LEVEL: 'info', ...definition.env },
        baseUrl,
      }),
    forget: async () => {
      await definition.stop?.();
      await dropDatabases(prefix);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    log(`${name}: first start, migrations and ${components} components …`);
    const running = await system.start();
    await ingested(system, components);
    await running.stop();
  } catch (error) {
    await system.forget();
    throw error;
  }
  return system;
}

async function ingested({ name, baseUrl, token }, components) {
  const url = `${baseUrl}/api/catalog/entities/by-query?limit=0&filter=metadata.tags=${TAG}`;
  const end = Date.now() + MINUTES_TO_INGEST * 60_000;
  for (;;) {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { totalItems } = await response.json();
    if (totalItems >= components) return;
    if (Date.now() > end) {
      throw new Error(
        `${name}: the catalog shows ${totalItems} of ${components} components after ${MINUTES_TO_INGEST} minutes.`,
      );
    }
    await pause(1000);
  }
}
