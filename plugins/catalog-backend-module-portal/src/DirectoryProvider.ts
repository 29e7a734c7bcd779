import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type GroupEntity,
  type UserEntity,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  LDAP_DN_ANNOTATION,
  LdapClient,
  type LdapProviderConfig,
  readLdapOrg,
} from '@backstage/plugin-catalog-backend-module-ldap';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/**
 * Brings people and groups of an LDAP directory into the catalog, as the `LdapOrgEntityProvider` of Backstage does and
 * under its name. Two things are otherwise. That one never closes a connection: at a read every 45 seconds, a directory
 * with the usual thousand descriptors is full within half a day. And where a directory answers without a person, because
 * a filter or a right was changed, that one takes everybody out of the portal.
 */
export class DirectoryProvider implements EntityProvider {
  private connection: EntityProviderConnection | undefined;

  constructor(
    private readonly options: {
      settings: LdapProviderConfig;
      logger: LoggerService;
      tasks: SchedulerServiceTaskRunner;
    },
  ) {}

  getProviderName() {
    return `LdapOrgEntityProvider:${this.options.settings.id}`;
  }

  async connect(connection: EntityProviderConnection) {
    this.connection = connection;
    await this.options.tasks.run({
      id: `${this.getProviderName()}:refresh`,
      fn: () => this.refresh(),
    });
  }

  private async refresh() {
    const { logger, settings } = this.options;
    try {
      const { users, groups } = await this.read();
      if (!users.length) {
        throw new ServiceUnavailableError(
          `It answered without a single person. Look at the settings below catalog.providers.ldapOrg.${settings.id}.users, and at what its account may read`,
        );
      }
      await this.connection?.applyMutation({
        type: 'full',
        entities: [...users, ...groups].map(entity => ({
          locationKey: `ldap-org-provider:${settings.id}`,
          entity: this.located(entity),
        })),
      });
      logger.debug(
        `Read ${users.length} people and ${groups.length} groups of the directory '${settings.id}'`,
      );
    } catch (error) {
      logger.error(
        `The directory '${settings.id}' could not be read; the people and groups of the last time stay. ${error}`,
      );
    }
  }

  private async read() {
    const { logger, settings } = this.options;
    const { target, bind, tls, users, groups, vendor } = settings;
    const client = await LdapClient.create(logger, target, bind, tls);
    try {
      return await readLdapOrg(client, users, groups, vendor, { logger });
    } finally {
      await connectionOf(client).unbind();
    }
  }

  private located<T extends UserEntity | GroupEntity>(entity: T): T {
    const { annotations } = entity.metadata;
    const name = annotations?.[LDAP_DN_ANNOTATION] ?? entity.metadata.name;
    const location = `ldap://${this.options.settings.id}/${encodeURIComponent(name)}`;
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          [ANNOTATION_LOCATION]: location,
          [ANNOTATION_ORIGIN_LOCATION]: location,
          ...annotations,
        },
      },
    };
  }
}

/** What an `LdapClient` keeps to itself: it has no way to close what it has opened. */
type Inside = { client: { unbind(): Promise<void> } };

function connectionOf(client: LdapClient) {
  // Its type hides the connection as private; the test counts the connections that stay open.
  return (client as unknown as Inside).client;
}
