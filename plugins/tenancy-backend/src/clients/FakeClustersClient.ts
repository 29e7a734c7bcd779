import type {
  ApplySet,
  ApplySetInput,
  Cluster,
  ClusterDetail,
  LifecycleStep,
  NamespaceView,
  OwnNamespace,
  UsageHistory,
} from '@caas/plugin-clusters-common';
import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ClustersClient } from './ClustersClient';
import { FakeNamespaceLifecycle } from './FakeNamespaceLifecycle';

const SINCE = '2026-11-21T00:00:00.000Z';

/** Clusters in memory, with the rules of apply sets that tenancy relies on. For tests and for `yarn start`. */
export class FakeClustersClient implements ClustersClient {
  readonly applySets = new Map<string, ApplySet & { wanted: ApplySetInput }>();
  /** How often a put changed something: a repeated one does not. */
  writes = 0;
  /** Names that stand on a cluster, as `<cluster>/<name>`. */
  readonly namespaces = new Set<string>();
  /** Namespaces as they stand, with what they use. */
  readonly views: NamespaceView[] = [];
  /** The highest use of two weeks, by `<cluster>/<name>`. */
  readonly peaks = new Map<string, UsageHistory['peak']>();
  partitions = ['general', 'dmz', ''];
  /** What is stopped, started and given out. */
  readonly lifecycle = new FakeNamespaceLifecycle();
  /** Why what is deleted does not go; it goes at once without it. */
  holdsDeletions?: string;
  /** When manifests are taken. */
  now = () => new Date(SINCE);
  /** Makes every call fail. */
  isDown = false;
  /** State that a new generation of an apply set takes. */
  nextState: ApplySet['state'] = 'ready';
  reason?: string;

  constructor(
    private readonly clusters: Array<Pick<Cluster, 'name' | 'environments'>> = [
      { name: 'nonprod', environments: ['dev', 'test', 'staging'] },
      { name: 'prod', environments: ['prod'] },
    ],
  ) {}

  async listClusters(): Promise<Cluster[]> {
    this.answer();
    return this.clusters.map(({ name, environments }) => ({
      name,
      environments,
      title: name,
      titleEn: name,
      origin: 'config',
      gaps: [],
      state: 'connected',
      since: SINCE,
    }));
  }

  async getCluster(name: string): Promise<ClusterDetail> {
    const cluster = (await this.listClusters()).find(
      found => found.name === name,
    );
    if (!cluster) throw new NotFoundError(`There is no cluster '${name}'`);
    const capacity = {
      allocatable: { cpuMillicores: 64_000, memoryBytes: 2 ** 38, pods: 440 },
      requested: { cpuMillicores: 8_000, memoryBytes: 2 ** 34, pods: 40 },
    };
    return {
      ...cluster,
      capacity,
      partitions: this.partitions.map(partition => ({
        name: partition,
        nodeCount: 2,
        capacity,
      })),
      podPhases: {},
    };
  }

  async hasNamespace(cluster: string, name: string): Promise<boolean> {
    this.answer();
    return this.namespaces.has(`${cluster}/${name}`);
  }

  async findNamespace(cluster: string, name: string) {
    this.answer();
    return this.views.find(
      view => view.cluster === cluster && view.name === name,
    );
  }

  async listNamespaces(tenant: string) {
    this.answer();
    return this.views.filter(view => view.tenant === tenant);
  }

  async findPeak(cluster: string, name: string) {
    this.answer();
    return this.peaks.get(`${cluster}/${name}`);
  }

  async findApplySet(cluster: string, id: string) {
    this.answer();
    return this.applySets.get(`${cluster}/${id}`);
  }

  async putApplySet(input: ApplySetInput): Promise<ApplySet> {
    this.answer();
    const key = `${input.cluster}/${input.id}`;
    const stored = this.applySets.get(key);
    if (stored && stored.generation > input.generation) {
      throw new ConflictError(
        `Apply set '${input.id}' is at generation ${stored.generation}; ${input.generation} is older`,
      );
    }
    if (stored?.generation !== input.generation) {
      this.writes += 1;
      this.applySets.set(key, this.applySetOf(input));
      if (!this.lifecycle.standing.has(key)) {
        const uid = `uid-${this.writes}`;
        this.lifecycle.standing.set(key, { uid, step: 0, isStopped: false });
      }
    }
    return this.applySets.get(key)!;
  }

  async deleteApplySet({ cluster, id }: { cluster: string; id: string }) {
    this.answer();
    const key = `${cluster}/${id}`;
    const stored = this.applySets.get(key);
    if (!stored) throw new NotFoundError(`There is no apply set '${id}'`);
    if (stored.state !== 'deleting' && stored.state !== 'deleted') {
      this.lifecycle.calls.push(`delete ${namespaceIn(stored.wanted)}`);
      const state = this.holdsDeletions ? 'deleting' : 'deleted';
      if (state === 'deleted') this.lifecycle.standing.delete(key);
      this.applySets.set(key, {
        ...stored,
        state,
        lastError: this.holdsDeletions,
      });
    }
    return this.applySets.get(key)!;
  }

  async lookAtNamespace(own: OwnNamespace) {
    this.answer();
    return this.lifecycle.look(own);
  }

  async stopNamespace(step: LifecycleStep) {
    this.answer();
    return this.lifecycle.bring('stop', step);
  }

  async startNamespace(step: LifecycleStep) {
    this.answer();
    return this.lifecycle.bring('start', step);
  }

  async exportNamespace(own: OwnNamespace) {
    this.answer();
    return this.lifecycle.export(own, this.now().toISOString());
  }

  /** Brings every apply set to a state, as clusters' own reconciler would. */
  settleAll(state: ApplySet['state'], reason?: string): void {
    this.nextState = state;
    this.reason = reason;
    for (const [key, { wanted }] of this.applySets) {
      this.applySets.set(key, this.applySetOf(wanted));
    }
  }

  private applySetOf(input: ApplySetInput) {
    return {
      cluster: input.cluster,
      id: input.id,
      owner: 'plugin:tenancy',
      tenant: input.tenant,
      state: this.nextState,
      generation: input.generation,
      observedGeneration: this.nextState === 'ready' ? input.generation : 0,
      conditions: [],
      objects: [],
      reason: input.reason,
      attempts: 0,
      lastError: this.reason,
      updatedAt: SINCE,
      wanted: input,
    };
  }

  private answer(): void {
    if (this.isDown) {
      throw new ServiceUnavailableError('The clusters service is down');
    }
  }
}

function namespaceIn({ objects }: ApplySetInput): string {
  return (
    objects.find(({ kind }) => kind === 'Namespace')?.metadata.name ?? 'nothing'
  );
}
