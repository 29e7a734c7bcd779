// backendProcess.ts '{"url":"https://…","ca":"…","port":…,"pods":…}': a backend with the clusters plugin, over one cluster;
// says in a line of JSON when all pods are in view.
import { setTimeout as wait } from 'node:timers/promises';
import { createDevBackend } from '../../../packages/backend-testing/src';

const { url, ca, port, pods } = JSON.parse(process.argv[2]);

async function main() {
  const backend = createDevBackend({
    backend: {
      baseUrl: `http://localhost:${port}`,
      listen: { port, host: '127.0.0.1' },
      database: { client: 'better-sqlite3', connection: ':memory:' },
    },
    clusters: [
      {
        name: 'bench',
        title: '基准集群',
        titleEn: 'Bench',
        environments: ['prod'],
        url,
        caData: Buffer.from(ca).toString('base64'),
        token: 'bench',
      },
    ],
  });
  backend.add(import('../../../plugins/clusters-backend/src'));
  await backend.start();
  const address = `http://localhost:${port}/api/clusters/pods?limit=1&offset=0`;
  const headers = { authorization: 'Bearer mock-user-token' };
  for (;;) {
    const answer = await fetch(address, { headers });
    const body: { totalCount?: number } = await answer.json();
    if (body.totalCount === pods) break;
    await wait(200);
  }
  process.stdout.write(`\n${JSON.stringify({ ready: true })}\n`);
  process.stdin.on('end', () => process.exit(0)).resume();
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
