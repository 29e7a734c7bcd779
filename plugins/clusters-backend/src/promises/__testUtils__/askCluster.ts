import { request } from 'node:https';
import type { DesiredObject } from '@caas/plugin-clusters-common';
import type { KubernetesCluster } from '@caas/sandbox';
import { keyOf } from '../../domain/applySet';
import { collectionOf } from '../../domain/managedKinds';

/** Somebody beside the portal who speaks to a cluster in any way they like. */
export function askCluster(
  { url, ca, token }: Pick<KubernetesCluster, 'url' | 'ca' | 'token'>,
  call: {
    method: string;
    path: string;
    query?: string;
    contentType?: string;
    body?: object;
  },
): Promise<{ code: number; text: string }> {
  const { method, path, query, contentType, body } = call;
  return new Promise((resolve, reject) => {
    const asked = request(
      `${url}${path}${query ? `?${query}` : ''}`,
      {
        method,
        ca,
        agent: false,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body && { 'content-type': contentType ?? 'application/json' }),
        },
      },
      async response => {
        let text = '';
        for await (const chunk of response) text += chunk;
        resolve({ code: response.statusCode!, text });
      },
    );
    asked.on('error', reject);
    asked.end(body && JSON.stringify(body));
  });
}

/** Where a cluster keeps this object. */
export function pathOf(object: DesiredObject): string {
  const key = keyOf(object);
  const collection = collectionOf(key)!;
  const at = collection.lastIndexOf('/');
  const scope = key.namespace ? `/namespaces/${key.namespace}` : '';
  return `${collection.slice(0, at)}${scope}${collection.slice(at)}/${key.name}`;
}
