import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { ContractClient } from '@caas/contract';
import type { TenancyContract } from '@caas/plugin-tenancy-common';
import { namespaceEntity } from './namespaceEntity';

const TIMEOUT_MILLISECONDS = 10_000;

type Options = {
  client: Pick<ContractClient<TenancyContract>, 'projection'>;
  logger: LoggerService;
};

/**
 * Shows in the catalog what tenancy holds.
 *
 * Level-triggered: each run reads everything and replaces everything, on a schedule. Events only make the next run
 * come sooner, so losing one costs a little time and nothing else. When tenancy does not answer, the catalog keeps
 * what it has: a namespace never disappears because of an outage.
 *
 * Tenants are not emitted: their groups come from the organisation data, and an entity has one source.
 */
export class TenancyEntityProvider implements EntityProvider {
  static create(options: Options): TenancyEntityProvider {
    return new TenancyEntityProvider(options);
  }

  private connection?: EntityProviderConnection;
  private running?: Promise<void>;
  private isAskedAgain = false;

  private constructor(private readonly options: Options) {}

  getProviderName(): string {
    return 'tenancy';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
  }

  /** Projects once; a call during a run makes it run once more, however many calls there are. Never throws. */
  refresh(): Promise<void> {
    this.isAskedAgain = true;
    this.running ??= this.project().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async project(): Promise<void> {
    while (this.isAskedAgain) {
      this.isAskedAgain = false;
      try {
        await this.projectOnce();
      } catch (error) {
        this.options.logger.warn(
          `The namespaces of tenants could not be read; the catalog keeps what it has and tries again: ${(error as Error).message}`,
        );
      }
    }
  }

  private async projectOnce(): Promise<void> {
    if (!this.connection) return;
    const { tenants, namespaces } = await this.options.client.projection.get(
      {},
      { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) },
    );
    const byCode = new Map(tenants.map(tenant => [tenant.code, tenant]));
    await this.connection.applyMutation({
      type: 'full',
      entities: namespaces.flatMap(namespace => {
        const tenant = byCode.get(namespace.tenant);
        if (!tenant) return [];
        return [
          {
            entity: namespaceEntity(namespace, tenant),
            locationKey: 'tenancy',
          },
        ];
      }),
    });
  }
}
