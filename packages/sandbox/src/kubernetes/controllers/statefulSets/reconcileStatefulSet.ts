import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf } from '../../storage/ObjectStore';
import {
  cleanUpRevisions,
  ensureRevision,
  revisionsOf,
  templateOf,
} from '../controllerRevisions';
import { createPod } from '../createPod';
import { childrenOf } from '../ownership';
import type { Pass } from '../Pass';
import { isActive } from '../podState';
import { writeStatus } from '../writeStatus';
import { dropClaims, ensureClaims, volumesOf } from './claims';
import {
  isHealthy,
  isOfRevision,
  replicasOf,
  REVISION_LABEL,
} from './replicas';
import { statefulSetStatus } from './statefulSetStatus';

/** The revisions that a set's pods are made of: the one that it comes from, and the one that it goes to. */
type Revisions = { current: KubernetesObject; update: KubernetesObject };

/** Gives each StatefulSet its pods, one after the other, with names and claims that they keep. */
export function reconcileStatefulSet(pass: Pass): void {
  for (const set of pass.list('StatefulSet')) {
    const revisions = ensureRevisions(pass, set);
    const pods = () => childrenOf(pass, set, 'Pod');
    act(pass, set, pods(), revisions);
    const status = statefulSetStatus(pass, set, pods(), {
      current: revisions.current.metadata.name,
      update: revisions.update.metadata.name,
    });
    writeStatus(pass.store, set, status);
    const inUse = [status.currentRevision, status.updateRevision];
    cleanUpRevisions(
      pass,
      set,
      ({ metadata }) =>
        inUse.includes(metadata.name) ||
        pods().some(pod => isOfRevision(pod, metadata.name)),
    );
  }
}

function ensureRevisions(pass: Pass, set: KubernetesObject): Revisions {
  const update = ensureRevision(pass, set, hash => ({
    'controller.kubernetes.io/hash': hash,
  }));
  const current = revisionsOf(pass, set).find(
    ({ metadata }) => metadata.name === set.status?.currentRevision,
  );
  return { current: current ?? update, update };
}

/** Takes the next steps: in order and one at a time, unless the set says that its pods may come and go together. */
function act(
  pass: Pass,
  set: KubernetesObject,
  pods: KubernetesObject[],
  revisions: Revisions,
): void {
  const { store } = pass;
  const isParallel = set.spec?.podManagementPolicy === 'Parallel';
  const replicas = replicasOf(set, pods);
  for (let ordinal = replicas.first; ordinal < replicas.end; ordinal += 1) {
    const pod = replicas.pods.get(ordinal);
    if (pod && !isActive(pod) && !pod.metadata.deletionTimestamp) {
      // One that is over comes again under its name.
      store.remove(kindOf('Pod'), pod);
    }
    const isThere = pod !== undefined && isActive(pod);
    if (!isThere) createReplica(pass, set, ordinal, revisions);
    if (!isParallel && !(isThere && isHealthy(pod))) return;
  }
  const condemned = [...replicas.pods]
    .filter(([each]) => each < replicas.first || each >= replicas.end)
    .sort(([a], [b]) => b - a);
  for (const [, pod] of condemned) {
    store.remove(kindOf('Pod'), pod);
    dropClaims(store, set, pod.metadata.name);
    if (!isParallel) return;
  }
  if (set.spec?.updateStrategy?.type === 'OnDelete') return;
  const partition = partitionOf(set);
  for (let ordinal = replicas.end - 1; ordinal >= partition; ordinal -= 1) {
    const pod = replicas.pods.get(ordinal);
    if (!pod) continue;
    if (!isOfRevision(pod, revisions.update.metadata.name)) {
      store.remove(kindOf('Pod'), pod);
      return;
    }
    if (!isHealthy(pod)) return;
  }
}

function partitionOf({ spec }: KubernetesObject): number {
  return spec?.updateStrategy?.rollingUpdate?.partition ?? 0;
}

function createReplica(
  { store }: Pass,
  set: KubernetesObject,
  ordinal: number,
  revisions: Revisions,
): void {
  const { name } = set.metadata;
  const podName = `${name}-${ordinal}`;
  if (store.find(kindOf('Pod'), set.metadata.namespace, podName)) return;
  const first = set.spec?.ordinals?.start ?? 0;
  // What was not updated yet comes back as it was.
  const isOld =
    ordinal < partitionOf(set) ||
    (set.status?.currentRevision !== set.status?.updateRevision &&
      ordinal < first + (set.status?.currentReplicas ?? 0));
  const revision = isOld ? revisions.current : revisions.update;
  const template = templateOf(revision);
  if (ensureClaims(store, set, podName) !== undefined) return;
  createPod(store, set, {
    name: podName,
    generateName: `${name}-`,
    template,
    labels: {
      'apps.kubernetes.io/pod-index': String(ordinal),
      [REVISION_LABEL]: revision.metadata.name,
      'statefulset.kubernetes.io/pod-name': podName,
    },
    spec: {
      hostname: podName,
      subdomain: set.spec?.serviceName,
      ...(set.spec?.volumeClaimTemplates && {
        volumes: volumesOf(set, template, podName),
      }),
    },
  });
}
