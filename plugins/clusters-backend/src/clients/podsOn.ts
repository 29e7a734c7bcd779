import type { LiveObject } from '../domain/LiveObject';
import type { ClusterAnswer, KubernetesActions } from './KubernetesActions';

const PAGE = 500;

/** Every pod that a node runs, asked of its cluster: a drain decides on nothing that may lag. */
export async function podsOn(
  actions: KubernetesActions,
  node: string,
): Promise<LiveObject[]> {
  const pods: LiveObject[] = [];
  let next: string | undefined;
  do {
    const page: ClusterAnswer = await actions.send({
      method: 'GET',
      path: '/api/v1/pods',
      query: {
        fieldSelector: `spec.nodeName=${node}`,
        limit: PAGE,
        continue: next,
      },
    });
    pods.push(...(page.items ?? []));
    next = page.metadata.continue || undefined;
  } while (next);
  return pods;
}
