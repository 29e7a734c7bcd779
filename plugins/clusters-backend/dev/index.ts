// `yarn start`: the clusters plugin alone, over a sandbox of two clusters in memory.
//
//   curl -H 'authorization: Bearer mock-user-token' localhost:7007/api/clusters/clusters
//   curl -H 'authorization: Bearer mock-user-token' localhost:7007/api/clusters/namespaces
//   curl -H 'authorization: Bearer mock-user-token' localhost:7007/api/clusters/openapi.json
//
// A put, as tenancy sends it:
//
//   curl -X PUT -H 'content-type: application/json' \
//     -H 'authorization: Bearer mock-service-token:{"sub":"plugin:tenancy","target":"clusters"}' \
//     -d '{"tenant":"life","generation":1,"reason":"by hand","objects":[{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"life-try-dev","labels":{"caas.io/tenant":"life"}}}]}' \
//     localhost:7007/api/clusters/clusters/nonprod/apply-sets/try
import { randomBytes } from 'node:crypto';
import { createDevBackend } from '@caas/backend-testing';
import { startSandbox } from '@caas/sandbox';

async function start() {
  const { clusters } = await startSandbox({});
  const backend = createDevBackend({
    clusters: [
      {
        name: 'nonprod',
        title: '非生产集群',
        titleEn: 'Non-production',
        environments: ['dev', 'test', 'staging'],
        url: clusters.nonprod.url,
        caData: Buffer.from(clusters.nonprod.ca).toString('base64'),
        token: clusters.nonprod.token,
      },
      {
        name: 'prod',
        title: '生产集群',
        titleEn: 'Production',
        environments: ['prod'],
        url: clusters.prod.url,
        caData: Buffer.from(clusters.prod.ca).toString('base64'),
        token: clusters.prod.token,
      },
    ],
    clusterRegistration: {
      allowLoopback: true,
      encryptionKeys: [
        { id: 'dev', secret: randomBytes(32).toString('base64') },
      ],
    },
  });
  backend.add(import('../src'));
  await backend.start();
}

start().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
