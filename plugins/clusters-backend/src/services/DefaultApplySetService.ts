import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import type { RowAccess } from '@caas/contract-node';
import type { ApplySetInput } from '@caas/plugin-clusters-common';
import type { ApplySetStore } from '../database/ApplySetStore';
import type { Clock } from '../domain/Clock';
import { clusterNotFound } from '../domain/clusterNotFound';
import { refuse } from '../domain/guardRails';
import type { ApplySetService } from './ApplySetService';

type Options = {
  sets: ApplySetStore;
  /** Names of the clusters in the registry; asked at each put, and once more after a look for clusters that are new. */
  clusterNames(): readonly string[];
  lookForClusters(): Promise<void>;
  clock: Clock;
  /** Called after something was recorded; a hint, never relied on. */
  onChange(): void;
};

export class DefaultApplySetService implements ApplySetService {
  static create(options: Options): DefaultApplySetService {
    return new DefaultApplySetService(options);
  }

  private constructor(private readonly options: Options) {}

  async put(input: ApplySetInput, actor: string) {
    const { sets, clusterNames, lookForClusters, clock, onChange } =
      this.options;
    if (!clusterNames().includes(input.cluster)) await lookForClusters();
    if (!clusterNames().includes(input.cluster)) {
      throw clusterNotFound(input.cluster, clusterNames());
    }
    const refusal = refuse(actor, input.tenant, input.objects);
    if (refusal) throw new NotAllowedError(refusal);
    const set = await sets.put(input, { actor, now: clock.now() });
    onChange();
    return set;
  }

  async delete(
    set: { cluster: string; id: string; reason: string },
    actor: string,
  ) {
    const { sets, clock, onChange } = this.options;
    const deleted = await sets.requestDeletion(set, {
      actor,
      now: clock.now(),
    });
    onChange();
    return deleted;
  }

  async get(
    { cluster, id }: { cluster: string; id: string },
    access: RowAccess,
  ) {
    const set = await this.options.sets.find(cluster, id);
    if (!set || !access.allows({ tenant: set.tenant })) {
      throw withChinese(
        new NotFoundError(
          `There is no apply set '${id}' on cluster '${cluster}'`,
        ),
        `集群“${cluster}”上没有应用集“${id}”`,
      );
    }
    return set;
  }

  async listChanges(
    page: { cluster: string; id: string; limit: number; offset: number },
    access: RowAccess,
  ) {
    await this.get(page, access);
    return this.options.sets.listChanges(page);
  }

  list(
    page: Omit<Parameters<ApplySetStore['list']>[0], 'filter'>,
    access: RowAccess,
  ) {
    return this.options.sets.list({ ...page, filter: access.filter });
  }
}
