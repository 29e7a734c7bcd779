import type { LiveObject } from '../../domain/LiveObject';
import type { Interner } from '../Interner';
import type { Watched } from '../Mirror';
import { keepMetadata } from './trimmed';

/** Kinds of workloads that a view follows. */
export type WorkloadKind = 'Deployment' | 'StatefulSet' | 'DaemonSet';

/** What a view keeps of a workload. */
export type SeenWorkload = {
  kind: WorkloadKind;
  name: string;
  namespace: string;
  entity?: string;
  images: readonly string[];
  desired: number;
  ready: number;
  updated: number;
  available: number;
  /** Whether the controller has seen what is wanted now. */
  isObserved: boolean;
  createdAt: number;
};

const ENTITY = 'backstage.io/kubernetes-id';

export const DEPLOYMENTS = workloads('Deployment', 'deployments', object => ({
  desired: object.spec?.replicas ?? 1,
  ready: object.status?.readyReplicas ?? 0,
  updated: object.status?.updatedReplicas ?? 0,
  available: object.status?.availableReplicas ?? 0,
}));

export const STATEFUL_SETS = workloads(
  'StatefulSet',
  'statefulsets',
  object => ({
    desired: object.spec?.replicas ?? 1,
    ready: object.status?.readyReplicas ?? 0,
    updated: object.status?.updatedReplicas ?? 0,
    available: object.status?.availableReplicas ?? 0,
  }),
);

export const DAEMON_SETS = workloads('DaemonSet', 'daemonsets', object => ({
  desired: object.status?.desiredNumberScheduled ?? 0,
  ready: object.status?.numberReady ?? 0,
  updated: object.status?.updatedNumberScheduled ?? 0,
  available: object.status?.numberAvailable ?? 0,
}));

type Counts = Pick<SeenWorkload, 'desired' | 'ready' | 'updated' | 'available'>;

function workloads(
  kind: WorkloadKind,
  plural: string,
  countsOf: (object: LiveObject) => Counts,
): Watched<SeenWorkload> {
  return {
    path: `/apis/apps/v1/${plural}`,
    trim: (object: LiveObject, interner: Interner) => {
      const { metadata, spec, status } = object;
      return {
        kind,
        ...keepMetadata(metadata, interner),
        entity: interner.text(metadata.labels?.[ENTITY]),
        images: interner.list(
          (spec?.template?.spec?.containers ?? []).map(
            ({ image }: { image: string }) => image,
          ),
        ),
        ...countsOf(object),
        isObserved:
          (status?.observedGeneration ?? 0) >= (metadata.generation ?? 0),
      };
    },
  };
}
