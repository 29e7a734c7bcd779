import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPostgresDatabase } from './postgres';
import { startSandbox } from '../../packages/sandbox/src';
import {
  dateInDays,
  freePort,
  until,
} from '../../packages/backend-testing/src/processes';
import { PortalProcess } from '../../packages/backend/src/__testUtils__/PortalProcess';

/** Whom requests are sent as, and the persona that signs in for it. */
const PERSONAS = {
  developer: 'user:default/li-wei',
  'tenant admin': 'user:default/wang-fang',
  'platform admin': 'user:default/chen-jing',
};
/** A static token lets its caller in as the plugin of its subject, so that operations for other backends are reached. */
const PLUGIN_TOKEN = 'token-of-the-plugin-tenancy';

/** A portal of its own: its sandbox, its data, free ports. */
export type ServedPortal = {
  url: string;
  /** Token by identity; none for nobody. */
  tokens: Map<string, string | undefined>;
  /** What there is in it, by the name of the field that names it. */
  known: Record<string, unknown>;
  /** The end of its log. */
  tail(): string;
  stop(): Promise<void>;
};

/** Starts the whole backend on PostgreSQL, if there is one, and signs everybody in. */
export async function serve(root: string): Promise<ServedPortal> {
  mkdirSync(path.join(root, '.portal'), { recursive: true });
  const dataDir = mkdtempSync(path.join(root, '.portal/schemathesis-data-'));
  // Seals the tokens of clusters that are registered.
  const key = randomBytes(32).toString('base64');
  writeFileSync(path.join(dataDir, 'clusters.key'), key, { mode: 0o600 });
  const sandbox = await startSandbox({ dataDir, ports: 0 });
  const database = await createPostgresDatabase('schemathesis');
  const portal = PortalProcess.create({
    dataDir,
    port: await freePort(),
    clusters: sandbox.clusters,
    backend: {
      ...(database && { database: database.config }),
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: PLUGIN_TOKEN, subject: 'plugin:tenancy' },
          },
        ],
      },
    },
  });
  const stop = async () => {
    await portal.kill();
    await sandbox.close();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await portal.start();
    const tokens = new Map<string, string | undefined>();
    for (const [identity, persona] of Object.entries(PERSONAS)) {
      tokens.set(
        identity,
        await until(`${persona} can sign in`, 60_000, () =>
          portal.signIn(persona).catch(() => undefined),
        ),
      );
    }
    tokens.set('plugin', PLUGIN_TOKEN);
    tokens.set('nobody', undefined);
    const known = await prepare(portal);
    return {
      url: portal.baseUrl,
      tokens,
      known,
      tail: () => portal.tail(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Has a developer submit a request, so that there is one to read and to decide. */
async function prepare(portal: PortalProcess) {
  const payload = {
    name: 'schemathesis',
    cluster: 'nonprod',
    environment: 'dev',
    cpu: '100m',
    memory: '64Mi',
    leaseUntil: dateInDays(30),
  };
  const subject = { kind: 'namespace.create', tenant: 'life', payload };
  const { approvals } = await portal.as(PERSONAS.developer);
  const request = await until('the domains have announced', 60_000, () =>
    approvals.requests
      .submit({ ...subject, purpose: 'There to be tried on' })
      .catch(() => undefined),
  );
  return {
    ...subject,
    id: request.id,
    requestId: request.id,
    payloadHash: request.payloadHash,
    code: subject.tenant,
    cluster: payload.cluster,
    user: PERSONAS.developer,
    requester: PERSONAS.developer,
    pluginId: 'tenancy',
  };
}
