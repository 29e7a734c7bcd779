import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ApplySetStore } from '../database/ApplySetStore';
import { describeObject } from '../domain/applySet';
import type { Clock } from '../domain/Clock';
import type { FoundObject } from '../domain/SeenObjects';

type Options = { sets: ApplySetStore; clock: Clock; logger: LoggerService };

/**
 * Finds what stands on clusters for an apply set and is not in its inventory, so that the set deletes it.
 *
 * There is one way to such an object: a worker that was stopped between its last look at the lease and the write, and went on
 * when somebody else had long finished the set. What came into view is looked at in the next round, and again for as long
 * as a worker holds the set; a restart loses nothing, since views list what stands.
 */
export class OrphanCollector {
  static create(options: Options): OrphanCollector {
    return new OrphanCollector(options);
  }

  private readonly noted = new Map<string, FoundObject[]>();

  private constructor(private readonly options: Options) {}

  /** Something came into view; nearly always it is in the inventory of its set. */
  note(cluster: string, found: FoundObject): void {
    const others = this.noted.get(cluster);
    if (others) others.push(found);
    else this.noted.set(cluster, [found]);
  }

  /** Looks at all that was noted since. */
  async collect(): Promise<void> {
    const { sets, clock, logger } = this.options;
    for (const [cluster, found] of [...this.noted]) {
      this.noted.delete(cluster);
      const now = clock.now();
      try {
        const { taken, held } = await sets.takeInOrphans({
          cluster,
          found,
          now,
        });
        for (const one of held) this.note(cluster, one);
        for (const { key, setId } of taken) {
          logger.warn(
            `${describeObject(key)} on cluster '${cluster}' was left behind for apply set '${setId}': it is deleted`,
          );
        }
      } catch (error) {
        for (const one of found) this.note(cluster, one);
        throw error;
      }
    }
  }
}
