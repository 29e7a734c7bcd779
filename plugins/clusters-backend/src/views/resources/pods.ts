import { podState, type ContainerStatus } from '../../domain/podState';
import {
  add,
  amountsOf,
  larger,
  NOTHING,
  type CpuAndMemory,
} from '../../domain/quantities';
import type { LiveObject } from '../../domain/LiveObject';
import type { Interner } from '../Interner';
import type { Watched } from '../Mirror';

/** Label by which the stock Kubernetes plugin finds what belongs to an entity of the catalog. */
const ENTITY = 'backstage.io/kubernetes-id';

/** What a view keeps of a pod: a third of a kilobyte, of which there may be a hundred thousand. */
export type SeenPod = {
  name: string;
  namespace: string;
  /** In the word of `kubectl get pods`. */
  state: string;
  phase: string;
  node?: string;
  ready: number;
  containers: number;
  restarts: number;
  /** The workload that it belongs to, such as a Deployment; a pod of nobody has none. */
  workloadKind?: string;
  workload?: string;
  /** Of the catalog, by label. */
  entity?: string;
  images: readonly string[];
  cpuMillicores: number;
  memoryBytes: number;
  /** Milliseconds since 1970. */
  createdAt: number;
};

export const PODS: Watched<SeenPod> = {
  path: '/api/v1/pods',
  trim: ({ metadata, spec, status }, interner) => {
    const statuses: ContainerStatus[] = status?.containerStatuses ?? [];
    const owner = workloadOf(metadata);
    const requests = requestsOf(spec);
    return {
      name: metadata.name!,
      namespace: interner.text(metadata.namespace!),
      state: interner.text(
        podState(status, metadata.deletionTimestamp !== undefined),
      ),
      phase: interner.text(status?.phase ?? 'Unknown'),
      node: interner.text(spec?.nodeName),
      ready: statuses.filter(({ ready }) => ready).length,
      containers: spec?.containers?.length ?? 0,
      restarts: statuses.reduce(
        (sum, { restartCount = 0 }) => sum + restartCount,
        0,
      ),
      workloadKind: interner.text(owner?.kind),
      workload: interner.text(owner?.name),
      entity: interner.text(metadata.labels?.[ENTITY]),
      images: imagesOf(spec, interner),
      cpuMillicores: requests.cpuMillicores,
      memoryBytes: requests.memoryBytes,
      createdAt: Date.parse(metadata.creationTimestamp ?? '') || 0,
    };
  },
};

type PodSpec = LiveObject['spec'];

/** The Deployment behind a ReplicaSet is named like it, without the hash of the template. */
function workloadOf({
  ownerReferences,
  labels,
}: LiveObject['metadata']): { kind: string; name: string } | undefined {
  const owner = ownerReferences?.find(({ controller }) => controller);
  const hash = labels?.['pod-template-hash'];
  return owner?.kind === 'ReplicaSet' && hash && owner.name.endsWith(`-${hash}`)
    ? { kind: 'Deployment', name: owner.name.slice(0, -hash.length - 1) }
    : owner;
}

/** What the scheduler counts: all containers together, or the largest that runs before them. */
function requestsOf(spec: PodSpec): CpuAndMemory {
  const requests = (containers: PodSpec[] | undefined): CpuAndMemory[] =>
    (containers ?? []).map(container =>
      amountsOf(container?.resources?.requests),
    );
  return larger(
    requests(spec?.containers).reduce(add, NOTHING),
    requests(spec?.initContainers).reduce(larger, NOTHING),
  );
}

function imagesOf(spec: PodSpec, interner: Interner): readonly string[] {
  return interner.list(
    (spec?.containers ?? []).map(({ image }: { image: string }) => image),
  );
}
