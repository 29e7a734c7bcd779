import { setTimeout as sleep } from 'node:timers/promises';
import {
  DatabaseManager,
  type DatabaseManagerOptions,
} from '@backstage/backend-defaults/database';
import type {
  LifecycleService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';

/** One number for the starts of all replicas; another one than that of the migrations of our plugins. */
const ADVISORY_LOCK = 9_500_002;
/** Several starts one after the other; a replica that hangs must not keep the others down for longer. */
const WAIT_MS = 120_000;
const ASK_AGAIN_MS = 250;
/** Whose database holds the lock: one that every portal has. */
const PLUGIN = 'catalog';

/**
 * Lets replicas that share a PostgreSQL start one after the other.
 *
 * @remarks
 * Of two replicas that start at once on an empty database, or on one that a new version migrates, one used to fail:
 * plugins of Backstage make their tables with the lock of Knex, which refuses (`Migration table is already locked`)
 * instead of waiting, and the keys of their tokens are in a table that both want to create.
 *
 * The lock ends with the connection: a replica that is killed while it starts leaves nothing behind. Who has waited for
 * too long starts anyway, as without this.
 *
 * It is asked for again and again, because a statement that waits for it is a transaction that stays open, and the
 * catalog makes an index with `create index concurrently`, which waits until the transactions before it have ended.
 */
export class StartTurn {
  private giveBack?: () => Promise<void>;

  constructor(private readonly waitMs = WAIT_MS) {}

  /** Waits until no other replica starts. */
  async take(options: {
    config: RootConfigService;
    logger: LoggerService;
    lifecycle: LifecycleService;
  }): Promise<void> {
    const { config, logger, lifecycle } = options;
    if (config.getOptionalString('backend.database.client') !== 'pg') return;
    // The manager closes its connections only with the lifecycle that it is given, and these shall close earlier.
    let close = async () => {};
    const ownLifecycle = {
      ...lifecycle,
      addShutdownHook: (hook: () => Promise<void>) => {
        close = hook;
      },
    } as DatabaseManagerOptions['rootLifecycle'];
    const manager = DatabaseManager.fromConfig(config, {
      rootLifecycle: ownLifecycle,
    });
    this.giveBack = () => close();
    try {
      const knex = await manager
        .forPlugin(PLUGIN, { logger, lifecycle })
        .getClient();
      const connection = await knex.client.acquireConnection();
      this.giveBack = async () => {
        await knex.client.releaseConnection(connection);
        await close();
        // The manager of 1.55 does not: it fails inside over a test for SQLite. The lock ends here.
        await knex.destroy();
      };
      const isTaken = async () => {
        const { rows } = await knex
          .raw('select pg_try_advisory_lock(?) as taken', [ADVISORY_LOCK])
          .connection(connection);
        return rows[0].taken;
      };
      const end = Date.now() + this.waitMs;
      while (!(await isTaken())) {
        if (Date.now() > end) {
          throw new Error(
            `another one has been starting for ${this.waitMs} ms`,
          );
        }
        await sleep(ASK_AGAIN_MS);
      }
    } catch (error) {
      logger.warn(`Starting without waiting for other replicas: ${error}`);
      await this.end();
    }
  }

  /** Lets the next one start. */
  async end(): Promise<void> {
    const { giveBack } = this;
    this.giveBack = undefined;
    // Whatever is wrong with the connection, the lock ends with it.
    await giveBack?.().catch(() => {});
  }
}
