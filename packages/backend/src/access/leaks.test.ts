import { until } from '@caas/backend-testing/processes';
import { ADDRESSES, PLUGINS_OF_OURS } from './__testUtils__/addresses';
import type { World } from './__testUtils__/cases';
import { ComposedPortal } from './__testUtils__/ComposedPortal';
import { listRoutes } from './__testUtils__/listRoutes';
import { OPERATIONS } from './__testUtils__/operations';
import { prepareWorld } from './__testUtils__/world';

jest.setTimeout(240_000);

let portal: ComposedPortal;
let world: World;
beforeAll(async () => {
  portal = await ComposedPortal.start();
  world = await prepareWorld(portal);
});
afterAll(() => portal?.stop());

const OWN = 'developer of life';
const FOREIGN = ['developer of property', 'tenant admin of property'] as const;

describe('the routes that run', () => {
  /** Backstage puts these under the address of every plugin; backDoors.test.ts says who may use them. */
  const OF_BACKSTAGE = /^\/\.(backstage|well-known)\//;

  it('are those of the contracts, at the plugins that have one', () => {
    const routes = portal.listeners.flatMap(listRoutes);
    // A sound test sees the routers of the plugins.
    expect(routes).toEqual(
      expect.arrayContaining(
        PLUGINS_OF_OURS.map(plugin => ({
          where: `/api/${plugin}`,
          method: 'GET',
          path: '/openapi.json',
        })),
      ),
    );
    const unlisted = routes.filter(
      ({ where, method, path }) =>
        PLUGINS_OF_OURS.some(plugin => where.startsWith(`/api/${plugin}`)) &&
        !OF_BACKSTAGE.test(`${where.replace(/^\/api\/\w+/, '')}${path}`) &&
        !(method === 'GET' && path === '/openapi.json'),
    );
    expect(unlisted).toEqual([]);
  });

  it('answer what the contracts list, and nothing beside it', async () => {
    for (const plugin of PLUGINS_OF_OURS) {
      const response = await portal.fetch(
        'platform admin',
        `/api/${plugin}/openapi.json`,
      );
      const { paths } = await response.json();
      const served = Object.entries<object>(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
      );
      const listed = [...OPERATIONS]
        .filter(([name]) => name.startsWith(`${plugin}.`))
        .map(([, { method, path }]) => `${method} ${path}`);
      expect(served.sort()).toEqual(listed.sort());
    }
  });

  it('do not know methods that the contracts do not list', async () => {
    const known = new Set(
      ADDRESSES.map(({ method, address }) => `${method} ${address}`),
    );
    for (const { address } of ADDRESSES) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        if (known.has(`${method} ${address}`)) continue;
        const { status } = await portal.fetch('platform admin', address, {
          method,
          body: method === 'GET' ? undefined : {},
        });
        expect([method, address, status]).toEqual([method, address, 404]);
      }
    }
  });
});

describe('what stock plugins tell about the namespace of a tenant', () => {
  const entityRef = () => `resource:nonprod/${world.namespaces.life}`;
  const textOf = async (
    caller: Parameters<ComposedPortal['fetch']>[0],
    address: string,
    body?: unknown,
  ) => {
    const response = await portal.fetch(caller, address, {
      method: body ? 'POST' : 'GET',
      body,
    });
    return `${response.status} ${await response.text()}`;
  };
  const FACETS = [
    'metadata.name',
    'metadata.namespace',
    'metadata.uid',
    'metadata.title',
    'spec.type',
    'relations.ownedBy',
    'relations.ownerOf',
  ];
  type Question = { address: () => string; body?: () => unknown };
  /** By what is asked; the tenant itself finds its namespace in each. */
  const QUESTIONS: Record<string, Question> = {
    'all entities': { address: () => '/api/catalog/entities' },
    'entities by query': {
      address: () =>
        '/api/catalog/entities/by-query?limit=500&filter=kind=resource',
    },
    'a search in the catalog': {
      address: () =>
        `/api/catalog/entities/by-query?fullTextFilterFields=metadata.name&fullTextFilterTerm=${world.namespaces.life}`,
    },
    'entities by reference': {
      address: () => '/api/catalog/entities/by-refs',
      body: () => ({ entityRefs: [entityRef()] }),
    },
    facets: {
      address: () =>
        `/api/catalog/entity-facets?${FACETS.map(each => `facet=${each}`).join('&')}`,
    },
    'facets of what matches': {
      address: () =>
        `/api/catalog/entity-facets?facet=metadata.name&filter=metadata.name=${world.namespaces.life}`,
    },
    'the entity by name': {
      address: () =>
        `/api/catalog/entities/by-name/resource/nonprod/${world.namespaces.life}`,
    },
    'relations of the group': {
      address: () => '/api/catalog/entities/by-name/group/default/life',
    },
    search: {
      address: () => `/api/search/query?term=${world.namespaces.life}`,
    },
  };
  /** What the answer repeats because the caller said it. */
  const said = (text: string) =>
    text.replace(/"(message|url|stack)":"[^"]*"/g, '"$1":"…"');

  it.each(Object.keys(QUESTIONS))(
    '%s: the tenant finds it, another tenant does not',
    async what => {
      const { address, body } = QUESTIONS[what];
      const ask = (caller: Parameters<ComposedPortal['fetch']>[0]) =>
        textOf(caller, address(), body?.());
      await until(`${what} shows it to its tenant`, 60_000, async () =>
        said(await ask(OWN)).includes(world.namespaces.life),
      );
      for (const caller of FOREIGN) {
        expect([caller, said(await ask(caller))]).toEqual([
          caller,
          expect.not.stringContaining(world.namespaces.life),
        ]);
      }
    },
  );

  it('a foreign entity is answered as one that nobody has heard of', async () => {
    const told = async (name: string, ending: string) =>
      (
        await textOf(
          FOREIGN[0],
          `/api/catalog/entities/by-name/resource/nonprod/${name}${ending}`,
        )
      ).replaceAll(name, '…');
    for (const ending of ['', '/ancestry']) {
      expect(await told(world.namespaces.life, ending)).toEqual(
        await told('never-heard-of', ending),
      );
    }
  });

  it('counts of the catalog leave foreign namespaces out', async () => {
    const address =
      '/api/catalog/entities/by-query?limit=0&filter=kind=resource,metadata.namespace=nonprod';
    const countFor = async (
      caller: 'platform admin' | typeof OWN | (typeof FOREIGN)[number],
    ) => {
      const response = await portal.fetch(caller, address);
      return (await response.json()).totalItems as number;
    };
    await until(
      'the namespaces of both are in the catalog',
      60_000,
      async () => ((await countFor('platform admin')) >= 2 ? true : undefined),
    );
    expect(await countFor(OWN)).toBe(1);
    expect(await countFor(FOREIGN[0])).toBe(1);
  });

  it('notifications of one tenant reach nobody of the other', async () => {
    const address = '/api/notifications/notifications';
    await until('the tenant has heard of a request', 60_000, async () =>
      (await textOf('tenant admin of life', address)).includes(
        world.requests.life,
      ),
    );
    for (const caller of FOREIGN) {
      const text = await textOf(caller, address);
      expect(text).toMatch(/^200 /);
      expect(text).not.toContain(world.requests.life);
    }
  });
});
