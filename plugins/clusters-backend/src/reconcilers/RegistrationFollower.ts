import type { LoggerService } from '@backstage/backend-plugin-api';
import { registeredDefinition } from '../clients/registeredDefinition';
import type { RegistrationConfig } from '../config/readRegistration';
import type { RegistrationStore } from '../database/RegistrationStore';
import type { ClusterDefinition } from '../domain/ClusterDefinition';
import { placeOfToken, type RegistrationRecord } from '../domain/registration';

type Options = {
  registrations: RegistrationStore;
  config: RegistrationConfig;
  /** Names of the clusters of the configuration: theirs are not taken from the table. */
  configured: readonly string[];
  logger: LoggerService;
  /** Connects to a cluster, in the place of an earlier connection by its name. */
  connect(definition: ClusterDefinition): void;
  /** Only its titles, environments or region changed. */
  describe(definition: ClusterDefinition): void;
  disconnect(name: string): void;
};

/**
 * Brings the connections of this replica to what the table of registered clusters says.
 *
 * Level-triggered: each look compares the versions of all rows with those that it acted on, so that a look that fails, or
 * that another replica made necessary, is made good by the next. Looks do not overlap; whoever asks for one during another
 * gets one that began after the question.
 */
export class RegistrationFollower {
  static create(options: Options): RegistrationFollower {
    return new RegistrationFollower(options);
  }

  private readonly acted = new Map<string, RegistrationRecord>();
  private readonly warned = new Set<string>();
  private current: Promise<void> = Promise.resolve();

  private constructor(private readonly options: Options) {}

  /** Rejects when the table cannot be read; nothing changes then. */
  look(): Promise<void> {
    const next = this.current.catch(() => {}).then(() => this.lookOnce());
    this.current = next;
    return next;
  }

  private async lookOnce(): Promise<void> {
    const { registrations, configured, disconnect, logger } = this.options;
    const records = await registrations.list();
    const names = new Set<string>();
    for (const record of records) {
      const { name } = record;
      if (configured.includes(name)) {
        this.warnOnce(name);
        continue;
      }
      names.add(name);
      this.follow(record);
      await this.reseal(record);
    }
    for (const name of this.acted.keys()) {
      if (names.has(name)) continue;
      this.acted.delete(name);
      disconnect(name);
      logger.info(`Cluster '${name}' is registered no more`);
    }
  }

  private follow(record: RegistrationRecord): void {
    const { config, connect, describe, logger } = this.options;
    const before = this.acted.get(record.name);
    if (before?.version === record.version) return;
    this.acted.set(record.name, record);
    const definition = registeredDefinition(record, config);
    const isSameConnection =
      before !== undefined &&
      before.url === record.url &&
      before.ca === record.ca &&
      before.sealedToken === record.sealedToken;
    if (isSameConnection) describe(definition);
    else connect(definition);
    logger.info(
      `Cluster '${record.name}' is registered, version ${record.version}`,
    );
  }

  /** A token that an older key sealed is sealed with the first one, so that the older can be taken away. */
  private async reseal(record: RegistrationRecord): Promise<void> {
    const { config, registrations, logger } = this.options;
    const { name, sealedToken: before } = record;
    try {
      const keys = config.readKeys();
      if (keys.isCurrent(before)) return;
      const place = placeOfToken(name);
      const after = keys.seal(keys.open(before, place), place);
      await registrations.reseal(name, { before, after });
      logger.info(`The token of cluster '${name}' is sealed with another key`);
    } catch {
      // Then the cluster itself says that its token cannot be opened, and why.
    }
  }

  private warnOnce(name: string): void {
    if (this.warned.has(name)) return;
    this.warned.add(name);
    this.options.logger.warn(
      `Cluster '${name}' stands in the configuration and is registered in the portal: the configuration counts. Remove one of the two`,
    );
  }
}
