import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import { createContractClient } from '@caas/contract';
import { clustersContract } from '@caas/plugin-clusters-common';
import {
  ClusterAdmin,
  FaultProxy,
  startSandbox,
  type Sandbox,
} from '@caas/sandbox';
import { clustersPlugin } from '../plugin';
import { namespace } from './applySets';
import { policy } from './policy';

/** What the auditor was told of an operation that ended. */
export type AuditRecord = {
  event: string;
  meta: Record<string, unknown>;
  error?: string;
};

/** A backend over a sandbox, called by people through the client that the browser uses. */
export class PeopleBench {
  static async start(): Promise<PeopleBench> {
    const sandbox = await startSandbox({});
    const audited: AuditRecord[] = [];
    let tick = async () => {};
    const nonprod = await FaultProxy.start(sandbox.clusters.nonprod);
    const auditor = mockServices.auditor.mock({
      createEvent: async ({ eventId }) => ({
        success: async options => {
          audited.push({ event: eventId, meta: { ...options?.meta } });
        },
        fail: async ({ error, meta }) => {
          audited.push({
            event: eventId,
            meta: { ...meta },
            error: error.message,
          });
        },
      }),
    });
    const { server } = await startTestBackend({
      features: [
        clustersPlugin,
        policy.factory,
        auditor.factory,
        mockServices.scheduler.mock({
          scheduleTask: async ({ fn }) => {
            const before = tick;
            tick = async () => {
              await before();
              await fn(new AbortController().signal);
            };
          },
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            clusters: [
              {
                name: 'nonprod',
                title: '非生产集群',
                titleEn: 'Non-production',
                environments: ['dev', 'test', 'staging'],
                url: nonprod.url,
                caData: Buffer.from(nonprod.ca).toString('base64'),
                token: sandbox.clusters.nonprod.token,
              },
            ],
          },
        }),
      ],
    });
    const responses: ServerResponse[] = [];
    server.on('request', (_request, response) => responses.push(response));
    const { port } = server.address() as AddressInfo;
    return new PeopleBench(sandbox, nonprod, port, responses, audited, () =>
      tick(),
    );
  }

  readonly admin: ClusterAdmin;

  private constructor(
    readonly sandbox: Sandbox,
    /** Through which the portal reaches the cluster `nonprod`. */
    readonly wire: FaultProxy,
    private readonly port: number,
    private readonly responses: readonly ServerResponse[],
    /** What was audited since the last look. */
    readonly audited: AuditRecord[],
    /** The reconcilers' next second. */
    readonly tick: () => Promise<void>,
  ) {
    this.admin = new ClusterAdmin(sandbox.clusters.nonprod);
  }

  async stop(): Promise<void> {
    await this.wire.close();
    await this.sandbox.close();
  }

  /** Ends event streams as a backend does that shuts down. */
  endStreams(): void {
    for (const response of this.responses) {
      const type = String(response.getHeader('content-type'));
      if (type.startsWith('text/event-stream')) response.end();
    }
  }

  /** The client of somebody, or of nobody. */
  as(name?: string) {
    const authorization = name
      ? mockCredentials.user.header(`user:default/${name}`)
      : mockCredentials.none.header();
    return createContractClient(clustersContract, {
      baseUrl: `http://localhost:${this.port}/api/clusters`,
      fetch: async request => {
        request.headers.set('authorization', authorization);
        return fetch(request);
      },
    });
  }

  /** A namespace of a tenant with a workload in it, whose pods run and are seen. */
  async run(
    name: string,
    options: { tenant?: string; replicas?: number; kind?: string } = {},
  ): Promise<string[]> {
    const { tenant = 'life', replicas = 1, kind = 'Deployment' } = options;
    await this.admin.create(namespace(name, tenant));
    await this.admin.create(workload(name, kind, replicas));
    const client = this.as('chen-jing');
    return eventually(20, async () => {
      const { items } = await client.pods.list({
        cluster: 'nonprod',
        namespace: name,
      });
      const running = items.filter(({ state }) => state === 'Running');
      if (items.length !== replicas || running.length !== replicas) {
        throw new Error(`${running.length} of ${replicas} pods run`);
      }
      return items.map(pod => pod.name);
    });
  }
}

/** `claims`, of some kind. */
export function workload(
  namespaceName: string,
  kind: string,
  replicas: number,
  name = 'claims',
) {
  const labels = { app: name, 'backstage.io/kubernetes-id': name };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: namespaceName, labels },
    spec: {
      ...(kind !== 'DaemonSet' && { replicas }),
      ...(kind === 'StatefulSet' && { serviceName: name }),
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels },
        spec: {
          containers: [{ name, image: 'harbor.local/life/claims:1.0.0' }],
        },
      },
    },
  };
}
