import type { RequestListener } from 'node:http';
import path from 'node:path';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import authBackend from '@backstage/plugin-auth-backend';
import permissionBackend from '@backstage/plugin-permission-backend';
import catalogBackend from '@backstage/plugin-catalog-backend';
import scaffolderBackend from '@backstage/plugin-scaffolder-backend';
import mcpActionsBackend from '@backstage/plugin-mcp-actions-backend';
import searchBackend from '@backstage/plugin-search-backend';
import searchBackendModuleCatalog from '@backstage/plugin-search-backend-module-catalog';
import userSettingsBackend from '@backstage/plugin-user-settings-backend';
import notificationsBackend from '@backstage/plugin-notifications-backend';
import signalsBackend from '@backstage/plugin-signals-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import eventsBackend from '@backstage/plugin-events-backend';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { until } from '@caas/backend-testing/processes';
import { auditorServiceFactory } from '@caas/plugin-audit-node';
import permissionBackendModulePortal, {
  httpAuthOfKnownPeopleFactory,
  maintenanceGuardFactory,
} from '@caas/plugin-permission-backend-module-portal';
import authBackendModulePersonas from '@caas/plugin-auth-backend-module-personas';
import catalogBackendModuleTenancy from '@caas/plugin-catalog-backend-module-tenancy';
import clustersBackend from '@caas/plugin-clusters-backend';
import approvalsBackend from '@caas/plugin-approvals-backend';
import tenancyBackend from '@caas/plugin-tenancy-backend';
import auditBackend from '@caas/plugin-audit-backend';
import scaffolderBackendModulePortal from '@caas/plugin-scaffolder-backend-module-portal';
import searchBackendModulePortal from '@caas/plugin-search-backend-module-portal';
import { startSandbox, type Sandbox } from '@caas/sandbox';
import { callerFacts, CALLERS, isPerson, type Caller } from './callers';
import { LEAVER, PeopleFile } from './PeopleFile';
import { SigningKey } from './SigningKey';

// eslint-disable-next-line no-restricted-syntax -- runs from the sources only, never from a bundle
const ROOT = path.resolve(__dirname, '../../../../..');
const catalogFile = (name: string) => path.join(ROOT, 'catalog', name);

/** What a service that is not part of the portal calls with. */
const FOREIGN_SERVICE_TOKEN = 'token-of-a-foreign-service';

/** The features of `src/index.ts`, with real tokens and real permissions, on free ports and in memory. */
export class ComposedPortal {
  /** Features that a test puts in come last, such as a clock that it turns itself. */
  static async start(more: BackendFeature[] = []): Promise<ComposedPortal> {
    const sandbox = await startSandbox({ ports: 0 });
    const key = SigningKey.create();
    const people = new PeopleFile(catalogFile('org/people.yaml'));
    const backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: configuration(sandbox, key, people),
        }),
        authServiceFactory,
        httpAuthOfKnownPeopleFactory,
        userInfoServiceFactory,
        permissionsServiceFactory,
        permissionsRegistryServiceFactory,
        schedulerServiceFactory,
        // One for all plugins: a change of roles is heard where decisions are made.
        eventsServiceFactory,
        urlReaderServiceFactory,
        actionsRegistryServiceFactory,
        actionsServiceFactory,
        auditorServiceFactory,
        maintenanceGuardFactory,
        authBackend,
        authBackendModulePersonas,
        permissionBackend,
        permissionBackendModulePortal,
        catalogBackend,
        catalogBackendModuleTenancy,
        scaffolderBackend,
        scaffolderBackendModulePortal,
        mcpActionsBackend,
        searchBackend,
        searchBackendModuleCatalog,
        searchBackendModulePortal,
        userSettingsBackend,
        notificationsBackend,
        signalsBackend,
        eventsBackend,
        clustersBackend,
        approvalsBackend,
        tenancyBackend,
        auditBackend,
        ...more,
      ],
    });
    const portal = new ComposedPortal(
      sandbox,
      `http://localhost:${backend.server.port()}`,
      key,
      people,
      backend.server.listeners('request') as RequestListener[],
    );
    await portal.signIn();
    return portal;
  }

  private readonly tokens = new Map<Caller, string>([
    ['a foreign service', FOREIGN_SERVICE_TOKEN],
    [
      'a forged token',
      'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c2VyOmRlZmF1bHQvY2hlbi1qaW5nIn0.',
    ],
  ]);

  private constructor(
    readonly sandbox: Sandbox,
    readonly url: string,
    /** What its tokens are signed with. */
    readonly key: SigningKey,
    readonly people: PeopleFile,
    /** What answers its requests. */
    readonly listeners: RequestListener[],
  ) {}

  /** Calls an address of the portal. */
  fetch(
    caller: Caller,
    address: string,
    init: { method?: string; body?: unknown } = {},
  ): Promise<Response> {
    const { method = 'GET', body } = init;
    return this.send(
      caller,
      new Request(`${this.url}${address}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    );
  }

  /** Sends a request with the token of the caller. */
  send(caller: Caller, request: Request): Promise<Response> {
    const token = this.tokens.get(caller);
    if (token) request.headers.set('authorization', `Bearer ${token}`);
    return fetch(request);
  }

  /** The token of the caller; undefined for nobody. */
  tokenOf(caller: Caller): string | undefined {
    return this.tokens.get(caller);
  }

  /** Closes the sandbox; the test utilities stop the backend. */
  stop(): Promise<void> {
    this.key.forget();
    this.people.forget();
    return this.sandbox.close();
  }

  /** Signs somebody in as soon as the catalog knows them, and gives the token. */
  signInAs(ref: string): Promise<string> {
    return until(`${ref} can sign in`, 60_000, async () => {
      const response = await fetch(`${this.url}/api/auth/personas/refresh`, {
        headers: {
          'x-caas-persona': ref,
          'x-requested-with': 'XMLHttpRequest',
        },
      });
      if (!response.ok) return undefined;
      return (await response.json()).backstageIdentity.token as string;
    });
  }

  private async signIn(): Promise<void> {
    for (const caller of Object.keys(CALLERS) as Caller[]) {
      if (!isPerson(caller)) continue;
      const token = await this.signInAs(CALLERS[caller].ref);
      this.tokens.set(caller, token);
    }
  }
}

function configuration(
  { clusters }: Sandbox,
  key: SigningKey,
  peopleFile: PeopleFile,
) {
  const cluster = (name: 'nonprod' | 'prod', environments: string[]) => ({
    name,
    title: name,
    titleEn: name,
    environments,
    url: clusters[name].url,
    caData: Buffer.from(clusters[name].ca).toString('base64'),
    token: clusters[name].token,
  });
  const people = (Object.keys(CALLERS) as Caller[]).flatMap(
    caller => callerFacts(caller).ref ?? [],
  );
  return {
    app: { baseUrl: 'http://localhost' },
    backend: {
      baseUrl: 'http://localhost',
      actions: { pluginSources: ['scaffolder'] },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: {
              token: FOREIGN_SERVICE_TOKEN,
              subject: 'external:reporting',
            },
          },
        ],
      },
    },
    auth: {
      environment: 'development',
      providers: { personas: {} },
      keyStore: key.config,
      personas: { users: [...people, LEAVER] },
    },
    permission: { enabled: true },
    catalog: {
      processingInterval: { seconds: 5 },
      locations: [
        {
          type: 'file',
          target: catalogFile('org/tenants.yaml'),
          rules: [{ allow: ['Group'] }],
        },
        {
          type: 'file',
          target: peopleFile.path,
          rules: [{ allow: ['User'] }],
        },
      ],
    },
    tenancy: {
      tenantsFile: catalogFile('tenants.yaml'),
      platformRoles: {
        'platform-admin': ['user:default/chen-jing', 'user:default/zhou-tao'],
        'cluster-admin': [],
        auditor: ['user:default/liu-yang'],
      },
    },
    search: {
      collators: {
        catalog: {
          schedule: {
            frequency: { seconds: 5 },
            initialDelay: { seconds: 1 },
            timeout: { minutes: 1 },
          },
        },
      },
    },
    approvals: { policiesFile: catalogFile('approval-policies.yaml') },
    clusters: [
      cluster('nonprod', ['dev', 'test', 'staging']),
      cluster('prod', ['prod']),
    ],
  };
}
