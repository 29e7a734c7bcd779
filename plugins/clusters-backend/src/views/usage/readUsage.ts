import type { KubernetesClient } from '../../clients/KubernetesClient';
import type { LiveObject } from '../../domain/LiveObject';
import {
  add,
  amountsOf,
  NOTHING,
  type CpuAndMemory,
} from '../../domain/quantities';

/** What a namespace uses, and each of its pods. */
export type NamespaceUsage = {
  used: CpuAndMemory;
  pods: ReadonlyMap<string, CpuAndMemory>;
};

/** What is used on a cluster at one time, as its metrics server tells it. */
export type Usage = {
  nodes: ReadonlyMap<string, CpuAndMemory>;
  namespaces: ReadonlyMap<string, NamespaceUsage>;
};

const NODES = '/apis/metrics.k8s.io/v1beta1/nodes';
const PODS = '/apis/metrics.k8s.io/v1beta1/pods';
const PAGE = 500;

type Metrics = LiveObject & {
  usage?: Record<string, string>;
  containers?: { usage?: Record<string, string> }[];
};

/** Reads what nodes and pods use, and keeps two numbers of each. */
export async function readUsage(
  client: KubernetesClient,
  signal: AbortSignal,
): Promise<Usage> {
  const nodes = new Map<string, CpuAndMemory>();
  for await (const { metadata, usage } of metricsAt(NODES, client, signal)) {
    nodes.set(metadata.name!, amountsOf(usage));
  }
  const pods = new Map<string, Map<string, CpuAndMemory>>();
  for await (const { metadata, containers } of metricsAt(
    PODS,
    client,
    signal,
  )) {
    const { name, namespace } = metadata;
    const used = (containers ?? [])
      .map(({ usage }) => amountsOf(usage))
      .reduce(add, NOTHING);
    const inNamespace = pods.get(namespace!) ?? new Map();
    pods.set(namespace!, inNamespace.set(name!, used));
  }
  return { nodes, namespaces: sumByNamespace(pods) };
}

/** Page by page where the cluster has pages; many metrics servers answer all at once. */
async function* metricsAt(
  path: string,
  client: KubernetesClient,
  signal: AbortSignal,
): AsyncGenerator<Metrics> {
  let continueToken: string | undefined;
  do {
    const page = await client.list(path, { limit: PAGE, continueToken });
    signal.throwIfAborted();
    yield* page.items;
    ({ continueToken } = page);
  } while (continueToken);
}

function sumByNamespace(
  namespaces: Map<string, Map<string, CpuAndMemory>>,
): Map<string, NamespaceUsage> {
  return new Map(
    [...namespaces].map(([namespace, pods]) => [
      namespace,
      { used: [...pods.values()].reduce(add, NOTHING), pods },
    ]),
  );
}
