import { request } from 'node:https';
import type { KubernetesCluster } from './kubernetes/server/KubernetesCluster';

const PATHS: Record<string, string> = {
  Namespace: '/api/v1/namespaces',
  ResourceQuota: '/api/v1/namespaces/{namespace}/resourcequotas',
  ConfigMap: '/api/v1/namespaces/{namespace}/configmaps',
  Pod: '/api/v1/namespaces/{namespace}/pods',
  Node: '/api/v1/nodes',
  Event: '/api/v1/namespaces/{namespace}/events',
  Service: '/api/v1/namespaces/{namespace}/services',
  PersistentVolumeClaim:
    '/api/v1/namespaces/{namespace}/persistentvolumeclaims',
  Ingress: '/apis/networking.k8s.io/v1/namespaces/{namespace}/ingresses',
  Gateway: '/apis/gateway.networking.k8s.io/v1/namespaces/{namespace}/gateways',
  HTTPRoute:
    '/apis/gateway.networking.k8s.io/v1/namespaces/{namespace}/httproutes',
  Job: '/apis/batch/v1/namespaces/{namespace}/jobs',
  CronJob: '/apis/batch/v1/namespaces/{namespace}/cronjobs',
  Deployment: '/apis/apps/v1/namespaces/{namespace}/deployments',
  StatefulSet: '/apis/apps/v1/namespaces/{namespace}/statefulsets',
  DaemonSet: '/apis/apps/v1/namespaces/{namespace}/daemonsets',
  HorizontalPodAutoscaler:
    '/apis/autoscaling/v2/namespaces/{namespace}/horizontalpodautoscalers',
  PodDisruptionBudget:
    '/apis/policy/v1/namespaces/{namespace}/poddisruptionbudgets',
};

/** An object of any kind, as JSON.parse types it: each test knows what it asked for. */
type Json = any;

type Reference = { kind: string; name: string; namespace?: string };

/** Somebody with `kubectl` beside the portal: looks at a cluster, and changes what stands there. */
export class ClusterAdmin {
  constructor(private readonly cluster: KubernetesCluster) {}

  async find(reference: Reference): Promise<Json> {
    const { code, body } = await this.ask('GET', pathOf(reference));
    return code === 404 ? undefined : body;
  }

  async create(object: Json): Promise<Json> {
    const { kind, metadata } = object;
    const { namespace } = metadata;
    return this.mustAsk('POST', pathOf({ kind, namespace }), object);
  }

  /** A merge patch, as `kubectl edit` sends it. */
  async edit(reference: Reference, patch: object): Promise<Json> {
    return this.mustAsk(
      'PATCH',
      `${pathOf(reference)}?fieldManager=kubectl-edit`,
      patch,
      'application/merge-patch+json',
    );
  }

  /** A server-side apply under the name of somebody. */
  async apply(object: Json, fieldManager: string): Promise<Json> {
    const { kind, metadata } = object;
    return this.mustAsk(
      'PATCH',
      `${pathOf({ kind, ...metadata })}?fieldManager=${fieldManager}`,
      object,
      'application/apply-patch+yaml',
    );
  }

  async delete(reference: Reference): Promise<void> {
    await this.mustAsk('DELETE', pathOf(reference));
  }

  private async mustAsk(...call: Parameters<ClusterAdmin['ask']>) {
    const { code, body } = await this.ask(...call);
    if (code >= 300) throw new Error(`${call[0]} ${call[1]}: ${body.message}`);
    return body;
  }

  private ask(
    method: string,
    path: string,
    body?: object,
    contentType = 'application/json',
  ): Promise<{ code: number; body: Json }> {
    const { url, ca, token } = this.cluster;
    return new Promise((resolve, reject) => {
      const call = request(
        `${url}${path}`,
        {
          method,
          ca,
          agent: false,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': contentType,
          },
        },
        async response => {
          let text = '';
          for await (const chunk of response) text += chunk;
          resolve({ code: response.statusCode!, body: JSON.parse(text) });
        },
      );
      call.on('error', reject);
      call.end(body && JSON.stringify(body));
    });
  }
}

function pathOf({ kind, namespace, name }: Partial<Reference>): string {
  const collection = PATHS[kind!].replace('{namespace}', namespace ?? '');
  return name ? `${collection}/${name}` : collection;
}
