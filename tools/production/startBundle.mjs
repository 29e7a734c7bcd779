// The production bundle on a machine of ours: built, installed, and started with NODE_ENV=production on one port, with
// PostgreSQL, the sandbox and an identity provider beside it. A library for checks, benchmarks and browser tests; run by itself it starts the
// portal and says where it answers:
//
//   node tools/postgres/with-postgres.mjs node tools/production/startBundle.mjs
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startIdentityProvider } from '../../plugins/auth-backend-module-portal-oidc/src/__testUtils__/identityProvider.mjs';
import { dropDatabases, postgresAddress } from './postgres.mjs';
import { ROOT, prepareBundle } from './prepareBundle.mjs';
import { freePort, spawnPart } from './spawnPart.mjs';

/** What the portal is at the identity provider. */
const CLIENT = {
  client_id: 'portal',
  client_secret: 'not-a-secret-of-anything',
};

/** The people of catalog/org, by their accounts. */
const PEOPLE = {
  'li-wei': '李伟',
  'wang-fang': '王芳',
  'zhang-min': '张敏',
  'zhao-lei': '赵磊',
  'chen-jing': '陈静',
  'zhou-tao': '周涛',
  'liu-yang': '刘洋',
};

/**
 * What differs from production beside the environment: the people and the landscape of the laptop stand for the directory
 * and for what teams register, and people are recognised by their e-mail address.
 */
export const HARNESS_CONFIG = {
  // null takes away what an earlier file says: the people of the laptop have no annotation of a directory.
  auth: { accounts: { claim: 'email', annotation: null } },
  catalog: {
    // null takes away what an earlier file says.
    providers: { ldapOrg: null },
    locations: [
      location('catalog/all.yaml', [
        ...['User', 'Group', 'Domain', 'System'],
        ...['Component', 'API', 'Resource', 'Location'],
      ]),
      location('templates/spring-cloud-service/template.yaml', ['Template']),
    ],
  },
  // The first administrator is given by the environment; what production needs takes a second.
  tenancy: {
    platformRoles: {
      'platform-admin': ['${PORTAL_FIRST_ADMIN}', 'user:default/zhou-tao'],
      auditor: ['user:default/liu-yang'],
    },
  },
};

function location(file, allow) {
  return { type: 'file', target: `../../${file}`, rules: [{ allow }] };
}

/** The environment that app-config.production.yaml asks for, pointed at the sandbox. */
export async function productionEnvironment(options) {
  const { baseUrl, sandbox, identityProvider, dataDir } = options;
  const postgres = postgresAddress();
  return {
    NODE_ENV: 'production',
    PORTAL_BASE_URL: baseUrl,
    PORTAL_METRICS_PORT: String(await freePort()),
    PORTAL_FIRST_ADMIN: 'user:default/chen-jing',
    POSTGRES_HOST: postgres.hostname,
    POSTGRES_PORT: postgres.port || '5432',
    POSTGRES_USER: decodeURIComponent(postgres.username),
    POSTGRES_PASSWORD: decodeURIComponent(postgres.password) || 'not-asked-for',
    AUTH_SESSION_SECRET: randomBytes(32).toString('hex'),
    OIDC_METADATA_URL: identityProvider.metadataUrl,
    OIDC_CLIENT_ID: CLIENT.client_id,
    OIDC_CLIENT_SECRET: CLIENT.client_secret,
    // Asked for by the configuration, whose directory nobody reads here.
    LDAP_URL: 'ldap://127.0.0.1:1',
    LDAP_BIND_DN: 'cn=portal',
    LDAP_BIND_SECRET: 'nothing-secret',
    LDAP_USERS_DN: 'ou=people',
    LDAP_GROUPS_DN: 'ou=groups',
    TECHDOCS_DIR: path.join(dataDir, 'techdocs'),
    CLUSTER_NONPROD_URL: sandbox.nonprod.url,
    CLUSTER_NONPROD_CA_FILE: sandbox.caFile,
    CLUSTER_NONPROD_TOKEN: sandbox.nonprod.token,
    CLUSTER_PROD_URL: sandbox.prod.url,
    CLUSTER_PROD_CA_FILE: sandbox.caFile,
    CLUSTER_PROD_TOKEN: sandbox.prod.token,
    CLUSTERS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    GIT_HOST: new URL(sandbox.git).host,
    GIT_BASE_URL: sandbox.git,
    GIT_USERNAME: 'portal',
    GIT_PASSWORD: 'sandbox-portal-token',
  };
}

/** Starts an identity provider, at which the people of catalog/org sign in without a password. */
export async function startPeople(baseUrl) {
  const accounts = Object.entries(PEOPLE).map(([account, name]) => [
    account,
    {
      name,
      email: `${account}@insurer.example`,
      email_verified: true,
      preferred_username: account,
    },
  ]);
  return startIdentityProvider({
    accounts: Object.fromEntries(accounts),
    client: {
      ...CLIENT,
      redirect_uris: [`${baseUrl}/api/auth/oidc/handler/frame`],
    },
  });
}

/** Starts the sandbox in a process of its own. */
export async function startSandbox(dataDir) {
  const part = spawnPart(
    'sandbox',
    process.execPath,
    [
      '-r',
      '@backstage/cli/config/nodeTransform.cjs',
      'tools/production/sandbox.ts',
      dataDir,
    ],
    { cwd: ROOT },
  );
  const line = await part.ready(text => /^\{.*\}$/m.exec(text)?.[0]);
  return { ...JSON.parse(line), stop: () => part.stop() };
}

/**
 * Builds what is not built, and starts the portal as production runs it.
 *
 * @param options - `config`: configuration on top of the two files (an object); `environment`: variables on top of what
 * production asks for; `nodeOptions`: arguments for node; `bundle`: an installed bundle, instead of one made here; `log`:
 * called with a line for each long step; `databasePrefix`: shares databases with another portal of the same prefix, which are
 * then not dropped; `sandbox`: shares a sandbox.
 * @returns `baseUrl`, `pid`, `readySeconds`, `log()`, `stop(signal)` → how it ended, and `close()` that forgets everything.
 */
export async function startBundle(options = {}) {
  const { config = {}, nodeOptions = [], log } = options;
  const bundle = options.bundle ?? (await prepareBundle({ log }));
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-production-'));
  const sandbox = options.sandbox ?? (await startSandbox(dataDir));
  const port = options.port ?? (await freePort());
  const baseUrl = `http://localhost:${port}`;
  const prefix =
    options.databasePrefix ?? `portal_${randomBytes(4).toString('hex')}_`;
  // JSON is YAML.
  const configFile = path.join(dataDir, 'app-config.harness.yaml');
  writeFileSync(
    configFile,
    JSON.stringify(
      merge(
        merge(HARNESS_CONFIG, {
          backend: {
            listen: { port, host: '127.0.0.1' },
            database: { prefix },
          },
        }),
        config,
      ),
    ),
  );

  const identityProvider = await startPeople(baseUrl);
  const environment = {
    ...(await productionEnvironment({
      baseUrl,
      sandbox,
      identityProvider,
      dataDir,
    })),
    ...options.environment,
  };
  const started = performance.now();
  const part = spawnPart(
    'portal',
    process.execPath,
    [
      ...nodeOptions,
      '.',
      '--config',
      '../../app-config.yaml',
      '--config',
      '../../app-config.production.yaml',
      '--config',
      configFile,
    ],
    {
      cwd: path.join(bundle, 'packages/backend'),
      env: { ...process.env, ...environment },
    },
  );
  let closing;
  const forget = async () => {
    await part.stop();
    await identityProvider.stop();
    if (!options.sandbox) await sandbox.stop();
    if (!options.databasePrefix) await dropDatabases(prefix);
    rmSync(dataDir, { recursive: true, force: true });
  };
  const close = () => {
    closing ??= forget();
    return closing;
  };
  try {
    await untilReady(baseUrl, part);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    baseUrl,
    pid: part.pid,
    readySeconds: (performance.now() - started) / 1000,
    /** Length of the log when it was ready. */
    readyLog: part.log().length,
    log: part.log,
    over: part.over,
    stop: signal => part.stop(signal),
    sandbox,
    identityProvider,
    databasePrefix: prefix,
    environment,
    close,
  };
}

/** Waits until the portal takes traffic; throws with the end of its log when it ends, or does not in time. */
export async function untilReady(baseUrl, part, seconds = 300) {
  const end = Date.now() + seconds * 1000;
  const url = `${baseUrl}/.backstage/health/v1/readiness`;
  while (Date.now() < end) {
    if (part.isOver()) break;
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
  }
  const lines = part.log().trimEnd().split('\n').slice(-40).join('\n');
  throw new Error(`The portal did not become ready:\n${lines}`);
}

function merge(one, other) {
  const isObject = value =>
    value && typeof value === 'object' && !Array.isArray(value);
  const merged = { ...one };
  for (const [key, value] of Object.entries(other)) {
    merged[key] =
      isObject(one[key]) && isObject(value) ? merge(one[key], value) : value;
  }
  return merged;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const portal = await startBundle({
    log: line => console.log(`portal: ${line}`),
  });
  console.log(
    `portal: the production bundle answers at ${portal.baseUrl} after ${portal.readySeconds.toFixed(1)} s (process ${portal.pid}). Ctrl-C stops it.`,
  );
  let asked = false;
  const stop = () => {
    asked = true;
    portal.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  portal.over.then(({ code, signal }) => {
    if (asked) return;
    console.error(portal.log().split('\n').slice(-40).join('\n'));
    console.error(`portal: it ended with ${code ?? signal}.`);
    portal.close().then(() => process.exit(1));
  });
}
