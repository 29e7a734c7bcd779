import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { ContractClient } from '@caas/contract';
import type { TenancyContract } from '@caas/plugin-tenancy-common';
import { restAfterWork } from '@caas/runtime-node/pacing';
import { clusterEntities, entitiesOfTenants } from './projectedEntities';

const TIMEOUT_MILLISECONDS = 10_000;

type Options = {
  client: Pick<ContractClient<TenancyContract>, 'projection'>;
  /** Group that owns the clusters. */
  clusterOwner: string;
  logger: LoggerService;
};

/**
 * Shows in the catalog what tenancy holds.
 *
 * Level-triggered: on a schedule everything is read and replaced. An event about a tenant brings what that one has at
 * once, as a difference to what was shown of it; losing one, or having forgotten what was shown, costs a little time and
 * nothing else. Hundreds of namespaces may change in a minute, so after each reading there is a rest in which events
 * gather. When tenancy does not answer, the catalog keeps what it has: a namespace never disappears because of an outage.
 *
 * The group of a tenant is emitted only where the portal makes it: the others come from the organisation data, and an
 * entity has one source.
 */
export class TenancyEntityProvider implements EntityProvider {
  static create(options: Options): TenancyEntityProvider {
    return new TenancyEntityProvider(options);
  }

  private connection?: EntityProviderConnection;
  private running?: Promise<void>;
  private isWholeAsked = false;
  private readonly askedTenants = new Set<string>();
  /** Until the next reading may begin. */
  private rest: Promise<void> = Promise.resolve();
  /** What is shown of each tenant, by entity ref. */
  private shown = new Map<string, string[]>();

  private constructor(private readonly options: Options) {}

  getProviderName(): string {
    return 'tenancy';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
  }

  /**
   * Projects one tenant, or everything; calls during a run make it go on, once for each tenant however many calls there
   * are. Never throws.
   */
  refresh(tenant?: string): Promise<void> {
    if (tenant === undefined) this.isWholeAsked = true;
    else this.askedTenants.add(tenant);
    this.running ??= this.project().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async project(): Promise<void> {
    while (this.isWholeAsked || this.askedTenants.size > 0) {
      await this.rest;
      const begun = performance.now();
      for (const tenant of this.takeAsked()) await this.tryToProject(tenant);
      this.rest = restAfterWork(begun);
    }
  }

  /** The tenants that were asked for; `undefined` is everything, which has every tenant in it. */
  private takeAsked(): Array<string | undefined> {
    const asked = this.isWholeAsked ? [undefined] : [...this.askedTenants];
    this.isWholeAsked = false;
    this.askedTenants.clear();
    return asked;
  }

  private async tryToProject(tenant: string | undefined): Promise<void> {
    try {
      await this.projectOnce(tenant);
    } catch (error) {
      this.options.logger.warn(
        `What tenants hold could not be read; the catalog keeps what it has and tries again: ${(error as Error).message}`,
      );
    }
  }

  private async projectOnce(tenant: string | undefined): Promise<void> {
    if (!this.connection) return;
    const { client, clusterOwner } = this.options;
    const projection = await client.projection.get(
      { tenant },
      { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) },
    );
    const clusters = clusterEntities(projection, clusterOwner);
    const byTenant = entitiesOfTenants(projection);
    if (tenant === undefined) {
      await this.connection.applyMutation({
        type: 'full',
        entities: [...[...byTenant.values()].flat(), ...clusters].map(deferred),
      });
      this.shown = new Map(
        [...byTenant].map(([code, entities]) => [code, refsOf(entities)]),
      );
      return;
    }
    const entities = byTenant.get(tenant) ?? [];
    const refs = refsOf(entities);
    const before = this.shown.get(tenant) ?? [];
    await this.connection.applyMutation({
      type: 'delta',
      added: [...entities, ...clusters].map(deferred),
      removed: before
        .filter(ref => !refs.includes(ref))
        .map(entityRef => ({ entityRef })),
    });
    this.shown.set(tenant, refs);
  }
}

function deferred(entity: Entity): DeferredEntity {
  return { entity, locationKey: 'tenancy' };
}

function refsOf(entities: Entity[]): string[] {
  return entities.map(entity => stringifyEntityRef(entity));
}
