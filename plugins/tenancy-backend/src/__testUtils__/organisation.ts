import path from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type createMockDirectory,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  eventsServiceRef,
  type EventParams,
} from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { inTenants, mockPolicy } from '@caas/backend-testing';
import request from 'supertest';
import { FakeClustersClient } from '../clients/FakeClustersClient';
import { tenancyPlugin } from '../plugin';
import { fakeApprovalsPlugin, fakeClustersPlugin } from './FakePlatform';

const TENANTS = `
tenants:
  - code: life
    name: 寿险
    nameEn: Life insurance
    group: group:default/life
    members:
      - { user: 'user:default/li-wei', role: developer }
      - { user: 'user:default/wang-fang', role: tenant-admin }
  - code: property
    name: 财险
    nameEn: Property insurance
    group: group:default/property
    members:
      - { user: 'user:default/zhang-min', role: developer }
`;
const entity = (kind: string, name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name },
});
const ENTITIES = [
  ...['li-wei', 'wang-fang', 'zhang-min', 'chen-jing', 'sun-li', 'wu-di'].map(
    name => entity('User', name),
  ),
  entity('Group', 'taken'),
  {
    ...entity('Group', 'life-operators'),
    relations: [{ type: 'hasMember', targetRef: 'user:default/wu-di' }],
  },
];
const DENY = { result: AuthorizeResult.DENY } as const;
/** What 孙丽 holds in life by a custom role. */
export const OF_SUN = [
  'tenancy.tenant.read',
  'tenancy.member.update',
  'tenancy.custom-role.update',
];
const policy = mockPolicy((user, permission) => {
  const [, name] = user.split('/');
  const isRead = permission.attributes.action === 'read';
  const rowsOf = (tenant: string) =>
    'resourceType' in permission
      ? inTenants('tenancy', permission, [tenant])
      : DENY;
  switch (name) {
    case 'chen-jing':
      return permission.name === 'approvals.request.create'
        ? DENY
        : { result: AuthorizeResult.ALLOW };
    case 'wang-fang':
      return permission.name === 'tenancy.tenant.set-state'
        ? DENY
        : rowsOf('life');
    case 'sun-li':
      return OF_SUN.includes(permission.name) ? rowsOf('life') : DENY;
    case 'li-wei':
      return isRead ? rowsOf('life') : DENY;
    default:
      return isRead ? rowsOf('property') : DENY;
  }
});
/** A role that a tenant can make. */
const ON_CALL = {
  code: 'on-call',
  name: '值班',
  nameEn: 'On call',
  permissions: ['clusters.workload.restart'],
};
/**
 * The plugin over HTTP, with a policy of its own: 陈静 administers the platform, 王芳 life; 李伟 is in life, 张敏 in
 * property; 孙丽 manages the people of life by a custom role.
 */
export async function startOrganisation(
  directory: ReturnType<typeof createMockDirectory>,
) {
  directory.setContent({ 'tenants.yaml': TENANTS });
  const events: EventParams[] = [];
  const { server } = await startTestBackend({
    features: [
      tenancyPlugin,
      fakeClustersPlugin(new FakeClustersClient()),
      fakeApprovalsPlugin([]),
      policy.factory,
      catalogServiceMock.factory({ entities: ENTITIES }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          publish: async event => void events.push(event),
          subscribe: async () => {},
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          tenancy: {
            tenantsFile: path.join(directory.path, 'tenants.yaml'),
            platformRoles: { 'platform-admin': ['user:default/chen-jing'] },
            groupRoles: [
              {
                group: 'group:default/life-operators',
                tenant: 'life',
                role: 'operator',
              },
            ],
          },
        },
      }),
    ],
  });
  const call = async (
    who: string | undefined,
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    route: string,
    body?: object,
  ) => {
    const header = who
      ? mockCredentials.user.header(`user:default/${who}`)
      : mockCredentials.none.header();
    const response = await request(server)
      [method](`/api/tenancy${route}`)
      .set('authorization', header)
      .send(body);
    const { message } = response.body.error ?? {};
    return { status: response.status, body: response.body, message };
  };
  const add = (who: string, user: string, what: object) =>
    call(who, 'post', '/tenants/life/members', {
      user: `user:default/${user}`,
      ...what,
    });
  const makeRole = (who: string, changes: object = {}) =>
    call(who, 'post', '/tenants/life/roles', { ...ON_CALL, ...changes });
  return { call, add, makeRole, events };
}
