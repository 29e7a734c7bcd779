import { createHash } from 'node:crypto';
import { invalid } from '../api/ApiError';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import type { Loose } from './validation/Loose';

/** Addresses are `10.96.0.0/16`, as those of a cluster made by kubeadm. */
const ADDRESSES = 65_000;
const PORTS = { first: 30_000, count: 2768 };

/** A Service with an address inside of the cluster, and ports of nodes where its type asks for them. */
export function allocated(
  object: KubernetesObject,
  store: ObjectStore,
  before?: KubernetesObject,
): KubernetesObject {
  const { clusterIP, clusterIPs, ports, type } = object.spec ?? {};
  if (type === 'ExternalName') return object;
  const others = store
    .list(kindOf('Service'))
    .filter(({ metadata }) => !isSameService(metadata, object.metadata));
  const own = clusterIP ?? clusterIPs?.[0] ?? before?.spec?.clusterIP;
  const address = own ?? freeAddress(object, others);
  if (clusterIP && clusterIP !== 'None' && !before) {
    checkFree(object, clusterIP, others);
  }
  return {
    ...object,
    spec: {
      ...object.spec,
      clusterIP: address,
      clusterIPs: clusterIPs ?? [address],
      ...(type !== 'ClusterIP' &&
        ports && { ports: withNodePorts(object, others, before) }),
    },
  };
}

function isSameService(
  one: KubernetesObject['metadata'],
  other: KubernetesObject['metadata'],
): boolean {
  return one.name === other.name && one.namespace === other.namespace;
}

function checkFree(
  { metadata }: KubernetesObject,
  address: string,
  others: KubernetesObject[],
): void {
  if (!others.some(({ spec }) => spec?.clusterIP === address)) return;
  throw invalid(kindOf('Service'), metadata.name, [
    {
      field: 'spec.clusterIPs',
      message: `Invalid value: ${JSON.stringify([address])}: failed to allocate IP ${address}: provided IP is already allocated`,
    },
  ]);
}

/** The same Service gets the same address each time, unless another has it. */
function freeAddress(
  object: KubernetesObject,
  others: KubernetesObject[],
): string {
  const taken = new Set(others.map(({ spec }) => spec?.clusterIP));
  for (let turn = 0; ; turn += 1) {
    const number = 10 + (seedOf(object, turn) % ADDRESSES);
    const address = `10.96.${Math.floor(number / 256)}.${number % 256}`;
    if (!taken.has(address)) return address;
  }
}

function withNodePorts(
  object: KubernetesObject,
  others: KubernetesObject[],
  before: KubernetesObject | undefined,
): Loose[] {
  const taken = new Set<number>(
    others.flatMap(({ spec }) =>
      (spec?.ports ?? []).map(({ nodePort }: Loose) => nodePort),
    ),
  );
  return object.spec.ports.map((port: Loose) => {
    const old = before?.spec?.ports?.find(
      (each: Loose) => each.port === port.port,
    );
    const nodePort = port.nodePort ?? old?.nodePort ?? free(object, taken);
    taken.add(nodePort);
    return { ...port, nodePort };
  });
}

function free(object: KubernetesObject, taken: ReadonlySet<number>): number {
  for (let turn = 0; ; turn += 1) {
    const port = PORTS.first + (seedOf(object, turn) % PORTS.count);
    if (!taken.has(port)) return port;
  }
}

function seedOf({ metadata }: KubernetesObject, turn: number): number {
  return createHash('sha256')
    .update(`${metadata.namespace}/${metadata.name}/${turn}`)
    .digest()
    .readUInt32BE(0);
}
