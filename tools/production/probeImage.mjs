// probeImage.mjs IMAGE: starts the image on a read-only root file system with PostgreSQL and the sandbox beside it, and says
// what holds. tools/production/prove-image.sh builds the image and runs this.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTally } from '../checks/tally.mjs';
import { Container } from './Container.mjs';
import { dropDatabases } from './postgres.mjs';
import { inspectLog, probePortal, secretsOf } from './probes.mjs';
import { freePort } from './spawnPart.mjs';
import {
  HARNESS_CONFIG,
  productionEnvironment,
  startPeople,
  startSandbox,
  untilReady,
} from './startBundle.mjs';

const CA_FILE = '/etc/portal/clusters-ca.crt';
const CONFIG_FILE = '/etc/portal/app-config.harness.yaml';
const [image] = process.argv.slice(2);
const tally = startTally('container image');
const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-image-'));
const prefix = `portal_${randomBytes(4).toString('hex')}_`;
const sandbox = await startSandbox(dataDir);
const port = await freePort();
const baseUrl = `http://localhost:${port}`;
const identityProvider = await startPeople(baseUrl);
const environment = {
  ...(await productionEnvironment({
    baseUrl,
    sandbox: { ...sandbox, caFile: CA_FILE },
    identityProvider,
    dataDir: '/tmp',
  })),
  PORTAL_PORT: String(port),
  APP_CONFIG_backend_database_prefix: prefix,
};
const configFile = path.join(dataDir, 'app-config.harness.yaml');
writeFileSync(configFile, JSON.stringify(HARNESS_CONFIG));
const container = Container.create({
  image,
  args: ['--config', CONFIG_FILE],
  environment,
  volumes: { [CA_FILE]: sandbox.caFile, [CONFIG_FILE]: configFile },
});

try {
  await inspectFiles();
  const started = performance.now();
  const part = container.start();
  await untilReady(baseUrl, part, 300);
  const readyLog = part.log().length;
  const seconds = (performance.now() - started) / 1000;
  console.log(`ready after ${seconds.toFixed(1)} s`);
  await inspectInside();
  await probePortal(tally, { baseUrl, secrets: secretsOf(environment) });
  const asked = performance.now();
  const { code, signal } = await container.stop('TERM');
  await tally.check('SIGTERM ends it with 0', () =>
    code === 0 ? [] : [`it ended with ${code ?? signal}`],
  );
  const stopping = (performance.now() - asked) / 1000;
  console.log(`ended ${stopping.toFixed(1)} s after SIGTERM`);
  await tally.check('the log is JSON, and has no error after the start', () =>
    inspectLog(part.log(), readyLog),
  );
} finally {
  await container.remove();
  await sandbox.stop();
  await identityProvider.stop();
  await dropDatabases(prefix);
  rmSync(dataDir, { recursive: true, force: true });
}
process.exitCode = tally.finish();

/** What is in the image, before anything runs. */
async function inspectFiles() {
  const { root, config } = container;
  await tally.check('the image has no compiler', () =>
    ['cc', 'gcc', 'g++', 'clang', 'make', 'ld', 'as']
      .flatMap(name => [`usr/bin/${name}`, `usr/local/bin/${name}`])
      .filter(name => existsSync(path.join(root, name))),
  );
  await tally.check('the image has no secret and no working copy', () => [
    ...config.Env.filter(entry => /PASSWORD|TOKEN|SECRET/.test(entry)),
    ...globSync('app/{.git,.data,.portal,**/.env,**/*.local.yaml}', {
      cwd: root,
      exclude: name => name === 'node_modules',
    }),
  ]);
  await tally.check('the image has no development tools of ours', () =>
    ['packages/sandbox', 'node_modules/@backstage/cli', 'node_modules/jest']
      .filter(name => existsSync(path.join(root, 'app', name)))
      .map(name => `it has ${name}`),
  );
  await tally.check('what app-config.yaml names beside the code is there', () =>
    ['catalog/all.yaml', 'templates', 'catalog/tenants.yaml']
      .filter(name => !existsSync(path.join(root, 'app', name)))
      .map(name => `it lacks ${name}`),
  );
  await tally.check('all of the portal belongs to root', () =>
    execFileSync(
      'find',
      [path.join(root, 'app'), '-not', '-uid', '0', '-print', '-quit'],
      { encoding: 'utf8' },
    )
      .split('\n')
      .filter(Boolean),
  );
}

/** What the running process can and cannot do. */
async function inspectInside() {
  const node = script => container.exec('node', '-e', script);
  await tally.check(
    'it does not run as root, and has no capability',
    async () => {
      const { output } = await node(
        "const status = fs.readFileSync('/proc/1/status', 'utf8'); console.log(/Uid:\\s+(\\d+)/.exec(status)[1], /CapEff:\\s+0*(\\w)$/m.exec(status)?.[1])",
      );
      return output.trim() === '1000 0' ? [] : [output];
    },
  );
  await tally.check('only /tmp can be written', async () => {
    const { output } = await node(`
      for (const folder of ['/', '/app', '/app/packages/backend', '/app/catalog', '/etc', '/opt/techdocs', '/usr', '/var', '/var/tmp', '/root', '/home', '/tmp'])
        try { fs.writeFileSync(folder + '/probe', ''); console.log(folder); } catch {}`);
    return output.trim() === '/tmp' ? [] : [`written: ${output}`];
  });
  await tally.check('mkdocs runs in it', async () => {
    const { code, output } = await container.exec('mkdocs', '--version');
    return code === 0 ? [] : [output];
  });
  await tally.check("the image's own health check passes", async () => {
    const [, ...command] = container.config.Healthcheck?.Test ?? [];
    const { code, output } = await container.exec(...command);
    return code === 0 ? [] : [output];
  });
}
