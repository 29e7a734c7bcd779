import type {
  ApplySet,
  ApplySetInput,
  Cluster,
} from '@caas/plugin-clusters-common';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { ClustersClient } from './ClustersClient';

const SINCE = '2026-11-21T00:00:00.000Z';

/** Clusters in memory, with the rules of apply sets that tenancy relies on. For tests and for `yarn start`. */
export class FakeClustersClient implements ClustersClient {
  readonly applySets = new Map<string, ApplySet & { wanted: ApplySetInput }>();
  /** How often a put changed something: a repeated one does not. */
  writes = 0;
  /** Names that stand on a cluster, as `<cluster>/<name>`. */
  readonly namespaces = new Set<string>();
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

  async hasNamespace(cluster: string, name: string): Promise<boolean> {
    this.answer();
    return this.namespaces.has(`${cluster}/${name}`);
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
    }
    return this.applySets.get(key)!;
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
