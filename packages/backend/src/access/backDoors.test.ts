import {
  callerFacts,
  CALLERS,
  isPerson,
  type Caller,
} from './__testUtils__/callers';
import { ComposedPortal } from './__testUtils__/ComposedPortal';

jest.setTimeout(120_000);

let portal: ComposedPortal;
beforeAll(async () => {
  portal = await ComposedPortal.start();
});
afterAll(() => portal?.stop());

const people = (Object.keys(CALLERS) as Caller[]).filter(isPerson);
const ordinary = people.filter(
  person => callerFacts(person).platform !== 'platform-admin',
);

/** Every plugin that is served, ours and stock. */
const PLUGINS = [
  'approvals',
  'audit',
  'auth',
  'catalog',
  'clusters',
  'events',
  'mcp-actions',
  'notifications',
  'permission',
  'scaffolder',
  'search',
  'signals',
  'tenancy',
  'user-settings',
];
const tasksOf = (plugin: string) =>
  `/api/${plugin}/.backstage/scheduler/v1/tasks`;

describe('scheduled tasks and actions, under the address of every plugin', () => {
  const doors = PLUGINS.flatMap(plugin => [
    ['GET', tasksOf(plugin)],
    ['POST', `${tasksOf(plugin)}/anything/trigger`],
    ['POST', `${tasksOf(plugin)}/anything/cancel`],
    ['GET', `/api/${plugin}/.backstage/actions/v1/actions`],
    ['POST', `/api/${plugin}/.backstage/actions/v1/actions/x/invoke`],
    ['POST', `/api/${plugin}/.backstage/actions/v2/actions/x/invoke`],
  ]);

  it.each(doors)(
    '%s %s is closed to all but platform admins',
    async (method, address) => {
      for (const person of ordinary) {
        const { status } = await portal.fetch(person, address, { method });
        expect([person, status]).toEqual([person, 403]);
      }
      for (const caller of ['nobody', 'a forged token'] as const) {
        const { status } = await portal.fetch(caller, address, { method });
        expect([caller, status]).toEqual([caller, 401]);
      }
    },
  );

  it('is open to platform admins', async () => {
    const response = await portal.fetch('platform admin', tasksOf('catalog'));
    const { tasks } = await response.json();
    expect(tasks).toContainEqual(
      expect.objectContaining({ taskId: 'project-tenancy' }),
    );
    const trigger = `${tasksOf('catalog')}/project-tenancy/trigger`;
    const triggered = await portal.fetch('platform admin', trigger, {
      method: 'POST',
    });
    // 409 while it runs by itself.
    expect([200, 409]).toContain(triggered.status);
  });

  it('says whom to ask', async () => {
    const refused = await portal.fetch('developer of life', tasksOf('catalog'));
    expect((await refused.json()).error).toMatchObject({
      name: 'NotAllowedError',
      message:
        "You may not use '/api/catalog/.backstage/scheduler/v1/tasks': scheduled tasks and actions are for platform administrators. Ask one of them.",
    });
  });
});

type Door = {
  what: string;
  method?: string;
  address: string;
  body?: unknown;
  status: number;
};
const location = {
  type: 'url',
  target: 'http://localhost:1/catalog-info.yaml',
};
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'x' },
  spec: { type: 'service', lifecycle: 'production', owner: 'user:x' },
};

/** What stock plugins serve beside their pages. */
const CLOSED: Door[] = [
  {
    what: "refreshing somebody else's entity",
    method: 'POST',
    address: '/api/catalog/refresh',
    body: { entityRef: 'group:default/platform' },
    status: 403,
  },
  {
    what: 'removing a location',
    method: 'DELETE',
    address: '/api/catalog/locations/there-is-none',
    status: 403,
  },
  {
    what: 'having an address read',
    method: 'POST',
    address: '/api/catalog/analyze-location',
    body: { location },
    status: 403,
  },
  {
    what: 'validating an entity',
    method: 'POST',
    address: '/api/catalog/validate-entity',
    body: { location: 'url:http://localhost:1/x.yaml', entity },
    status: 403,
  },
  {
    what: 'sending a notification',
    method: 'POST',
    address: '/api/notifications/notifications',
    body: {
      recipients: { type: 'broadcast' },
      payload: { title: 'Click here' },
    },
    status: 403,
  },
  {
    what: 'publishing an event on the bus',
    method: 'POST',
    address: '/api/events/bus/v1/events',
    body: { event: { topic: 'tenancy.changed', payload: {} } },
    status: 403,
  },
  {
    what: 'reading the events of the bus',
    address: '/api/events/bus/v1/subscriptions/x/events',
    status: 403,
  },
  {
    what: 'publishing an event from outside',
    method: 'POST',
    address: '/api/events/http/tenancy.changed',
    body: {},
    status: 404,
  },
  {
    what: 'asking whether a row meets a condition',
    method: 'POST',
    address: '/api/catalog/.well-known/backstage/permissions/apply-conditions',
    body: {
      items: [
        {
          id: '1',
          resourceRef: 'group:default/life',
          resourceType: 'catalog-entity',
          conditions: {
            resourceType: 'catalog-entity',
            rule: 'IS_ENTITY_OWNER',
            params: { claims: ['group:default/life'] },
          },
        },
      ],
    },
    status: 403,
  },
  {
    what: 'trying a template without keeping it',
    method: 'POST',
    address: '/api/scaffolder/v2/dry-run',
    body: {
      template: {
        apiVersion: 'scaffolder.backstage.io/v1beta3',
        kind: 'Template',
        metadata: { name: 'x' },
        spec: { type: 'x', owner: 'user:x', steps: [] },
      },
      values: {},
      directoryContents: [],
    },
    status: 403,
  },
];

describe('what stock plugins serve beside their pages', () => {
  it.each(CLOSED)('refuses $what', async ({ address, status, ...init }) => {
    for (const person of ordinary) {
      const response = await portal.fetch(person, address, init);
      expect([person, response.status]).toEqual([person, status]);
    }
  });

  it('shows the locations that are read to platform admins only', async () => {
    await portal.fetch('platform admin', '/api/catalog/locations', {
      method: 'POST',
      body: location,
    });
    const locationsFor = async (person: Caller) => {
      const response = await portal.fetch(person, '/api/catalog/locations');
      return (await response.json()).length as number;
    };
    for (const person of ordinary) {
      expect([person, await locationsFor(person)]).toEqual([person, 0]);
    }
    expect(await locationsFor('platform admin')).toBeGreaterThan(0);
  });

  it('answers nobody who is not signed in', async () => {
    for (const { address, status, ...init } of CLOSED) {
      const response = await portal.fetch('nobody', address, init);
      expect([address, [401, 404].includes(response.status)]).toEqual([
        address,
        true,
      ]);
    }
  });
});
