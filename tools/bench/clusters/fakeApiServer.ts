// fakeApiServer.ts '{"pods":10000,"nodes":200,"namespaces":100,"changesPerSecond":50}'
//
// An API server in a process of its own that has nothing but pods, nodes and namespaces: it lists them page by page and
// follows with changes. It says in a line of JSON where it answers, and at `/requests` what it was asked.
//
// The pages are written before it answers anybody: the API server of a cluster has a machine of its own, and must not take
// the processors from what is measured.
import { createSecureServer, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { loadCertificate } from '../../../packages/sandbox/src/kubernetes/server/certificate';
import { namespaceName, nodeName, renderPod, type Size } from './pods';

const { changesPerSecond = 50, ...size }: Size & { changesPerSecond?: number } =
  JSON.parse(process.argv[2]);

type Kind = { count: number; render(index: number): string };

const KINDS: Record<string, Kind> = {
  '/api/v1/pods': {
    count: size.pods,
    render: index => renderPod(index, size, 1),
  },
  '/api/v1/nodes': { count: size.nodes, render: renderNode },
  '/api/v1/namespaces': { count: size.namespaces, render: renderNamespace },
};

const asked: Record<string, number> = {};
const watchers = new Set<Http2ServerResponse>();
/** As the portal asks for them. */
const PAGE = 500;
const pages = new Map<string, Buffer>();
let version = 2;

function renderNode(index: number): string {
  const condition = (type: string, status: string) => ({
    type,
    status,
    lastHeartbeatTime: '2026-11-21T08:00:00Z',
    lastTransitionTime: '2026-11-01T08:00:00Z',
    reason: `Kubelet${type}`,
    message: `kubelet says so about ${type}`,
  });
  return JSON.stringify({
    metadata: {
      name: nodeName(index),
      uid: `node-${index}`,
      resourceVersion: '1',
      creationTimestamp: '2026-10-01T08:00:00Z',
      labels: {
        'caas.io/partition': `partition-${index % 3}`,
        'topology.kubernetes.io/zone': `zone-${index % 3}`,
        'kubernetes.io/hostname': nodeName(index),
        'kubernetes.io/os': 'linux',
        'node-role.kubernetes.io/worker': '',
      },
    },
    spec: { podCIDR: `10.${index % 250}.0.0/24` },
    status: {
      allocatable: { cpu: '63', memory: '250Gi', pods: '110' },
      capacity: { cpu: '64', memory: '256Gi', pods: '110' },
      conditions: [
        condition('MemoryPressure', 'False'),
        condition('DiskPressure', 'False'),
        condition('PIDPressure', 'False'),
        condition('Ready', 'True'),
      ],
      addresses: [{ type: 'InternalIP', address: `10.0.${index % 250}.1` }],
      nodeInfo: {
        kubeletVersion: 'v1.34.2',
        operatingSystem: 'linux',
        architecture: 'amd64',
      },
    },
  });
}

function renderNamespace(index: number): string {
  return JSON.stringify({
    metadata: {
      name: namespaceName(index),
      uid: `namespace-${index}`,
      resourceVersion: '1',
      creationTimestamp: '2026-10-01T08:00:00Z',
      labels: {
        'caas.io/tenant': `tenant-${index % 20}`,
        'caas.io/environment': 'prod',
      },
    },
    status: { phase: 'Active' },
  });
}

function renderPage(kind: Kind, from: number): Buffer {
  const to = Math.min(kind.count, from + PAGE);
  const items: string[] = [];
  for (let index = from; index < to; index += 1) items.push(kind.render(index));
  const rest = to < kind.count ? `,"continue":"${to}"` : '';
  return Buffer.from(
    `{"kind":"List","apiVersion":"v1","metadata":{"resourceVersion":"${version}"${rest}},"items":[${items.join(',')}]}`,
  );
}

function renderPages(): void {
  for (const [path, kind] of Object.entries(KINDS)) {
    for (let from = 0; from < kind.count; from += PAGE) {
      pages.set(`${path} ${from}`, renderPage(kind, from));
    }
  }
}

const EMPTY = renderPage({ count: 0, render: () => '' }, 0);

async function main() {
  const { key, cert } = await loadCertificate(undefined);
  renderPages();
  const server = createSecureServer({ key, cert, allowHTTP1: true });
  server.on('request', (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'https://local');
    const isWatch = searchParams.get('watch') === 'true';
    if (pathname === '/requests') {
      response.end(JSON.stringify(asked));
      return;
    }
    const what = `${isWatch ? 'watch' : 'list'} ${pathname}`;
    asked[what] = (asked[what] ?? 0) + 1;
    response.setHeader('content-type', 'application/json');
    if (pathname === '/version') {
      response.end('{"major":"1","minor":"34","gitVersion":"v1.34.2"}');
    } else if (pathname.includes('metrics.k8s.io')) {
      response.statusCode = 404;
      response.end('{"kind":"Status","code":404,"message":"not found"}');
    } else if (isWatch) {
      response.flushHeaders();
      if (pathname === '/api/v1/pods') {
        watchers.add(response);
        response.on('close', () => watchers.delete(response));
      }
    } else {
      const from = searchParams.get('continue') ?? '0';
      response.end(pages.get(`${pathname} ${from}`) ?? EMPTY);
    }
  });
  // Kubelets write the status of their pods now and then.
  setInterval(() => {
    for (let count = 0; count < changesPerSecond / 10; count += 1) {
      version += 1;
      const index = (version * 7919) % size.pods;
      const object = renderPod(index, size, version, version % 3);
      const line = `{"type":"MODIFIED","object":${object}}\n`;
      for (const watcher of watchers) watcher.write(line);
    }
  }, 100);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(
      `${JSON.stringify({ url: `https://127.0.0.1:${port}`, ca: cert, podBytes: renderPod(0, size, 1).length })}\n`,
    );
  });
  process.stdin.on('end', () => process.exit(0)).resume();
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
