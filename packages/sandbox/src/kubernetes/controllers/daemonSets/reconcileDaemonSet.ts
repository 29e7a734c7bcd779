import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf } from '../../storage/ObjectStore';
import { parseIntOrPercent } from '../intOrPercent';
import { cleanUpRevisions, ensureRevision } from '../controllerRevisions';
import { createPod } from '../createPod';
import { generatedName } from '../names';
import { childrenOf } from '../ownership';
import type { Pass } from '../Pass';
import { availableIn, isActive, isReady } from '../podState';
import { withoutZeros, writeStatus } from '../writeStatus';
import { eligibleNodes, TOLERATIONS } from './eligibleNodes';

const HASH = 'controller-revision-hash';
const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

const hashOfPod = ({ metadata }: KubernetesObject) => metadata.labels?.[HASH];

/** Gives each DaemonSet one pod on every node that its pods may run on. */
export function reconcileDaemonSet(pass: Pass): void {
  const nodes = pass.store
    .list(kindOf('Node'))
    .filter(({ metadata }) => !metadata.deletionTimestamp);
  for (const set of pass.list('DaemonSet')) {
    const revision = ensureRevision(pass, set, hash => ({ [HASH]: hash }));
    const hash = revision.metadata.labels?.[HASH] ?? '';
    const eligible = eligibleNodes(set.spec?.template?.spec, nodes);
    place(pass, set, eligible, hash);
    update(pass, set, eligible.length, hash);
    report(pass, set, eligible, hash);
    const pods = childrenOf(pass, set, 'Pod');
    cleanUpRevisions(
      pass,
      set,
      ({ metadata }) =>
        metadata.name === revision.metadata.name ||
        pods.some(pod => hashOfPod(pod) === metadata.labels?.[HASH]),
    );
  }
}

/** The node of a pod: where it is, or the only one that it may be on. */
function nodeOf({ spec }: KubernetesObject): string {
  const [term] =
    spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
      ?.nodeSelectorTerms ?? [];
  return spec?.nodeName ?? term?.matchFields?.[0]?.values?.[0] ?? '';
}

/** One pod on each node that may have one, none anywhere else. */
function place(
  pass: Pass,
  set: KubernetesObject,
  nodes: readonly KubernetesObject[],
  hash: string,
): void {
  const wanted = new Set(nodes.map(({ metadata }) => metadata.name));
  const { store } = pass;
  for (const pod of childrenOf(pass, set, 'Pod')) {
    // The first pod of a node stays; one that is over, or too much, goes.
    if (isActive(pod) && wanted.delete(nodeOf(pod))) continue;
    store.remove(kindOf('Pod'), pod);
  }
  const { name, uid, annotations } = set.metadata;
  for (const node of wanted) {
    createPod(store, set, {
      name: generatedName(`${name}-`, `${uid}/${store.resourceVersion}`),
      generateName: `${name}-`,
      labels: {
        [HASH]: hash,
        'pod-template-generation': annotations?.[TEMPLATE_GENERATION] ?? '1',
      },
      spec: boundTo(node, set.spec?.template?.spec),
    });
  }
}

/** A pod that only one node may run, and that stays there. */
function boundTo(node: string, spec: KubernetesObject['spec']) {
  const onlyThere = {
    nodeSelectorTerms: [
      {
        matchFields: [{ key: 'metadata.name', operator: 'In', values: [node] }],
      },
    ],
  };
  return {
    affinity: {
      ...spec?.affinity,
      nodeAffinity: {
        ...spec?.affinity?.nodeAffinity,
        requiredDuringSchedulingIgnoredDuringExecution: onlyThere,
      },
    },
    tolerations: [...(spec?.tolerations ?? []), ...TOLERATIONS],
  };
}

/** Takes pods of an older template away, no more at once than may be missing. */
function update(
  pass: Pass,
  set: KubernetesObject,
  nodes: number,
  hash: string,
): void {
  const { type, rollingUpdate } = set.spec?.updateStrategy ?? {};
  if (type === 'OnDelete') return;
  const pods = childrenOf(pass, set, 'Pod').filter(isActive);
  const old = pods.filter(pod => hashOfPod(pod) !== hash);
  const mayMiss = Math.max(
    1,
    parseIntOrPercent(rollingUpdate?.maxUnavailable ?? 1, nodes, Math.ceil),
  );
  const useless = old.filter(pod => !isReady(pod));
  const missing = nodes - pods.filter(isReady).length;
  const spare = Math.max(0, mayMiss - missing);
  const useful = old.filter(isReady).slice(0, spare);
  for (const pod of [...useless, ...useful]) {
    pass.store.remove(kindOf('Pod'), pod);
  }
}

function report(
  pass: Pass,
  set: KubernetesObject,
  nodes: readonly KubernetesObject[],
  hash: string,
): void {
  const names = new Set(nodes.map(({ metadata }) => metadata.name));
  const pods = childrenOf(pass, set, 'Pod').filter(isActive);
  const placed = pods.filter(pod => names.has(nodeOf(pod)));
  const waits = placed.map(pod =>
    availableIn(pod, set.spec?.minReadySeconds ?? 0, pass.now),
  );
  for (const wait of waits) {
    if (wait !== undefined && wait > 0) pass.again(set, wait);
  }
  const available = waits.filter(wait => wait === 0).length;
  writeStatus(pass.store, set, {
    currentNumberScheduled: placed.length,
    desiredNumberScheduled: names.size,
    numberMisscheduled: pods.length - placed.length,
    numberReady: placed.filter(isReady).length,
    ...withoutZeros({
      observedGeneration: set.metadata.generation,
      updatedNumberScheduled: placed.filter(pod => hashOfPod(pod) === hash)
        .length,
      numberAvailable: available,
      numberUnavailable: names.size - available,
    }),
  });
}
