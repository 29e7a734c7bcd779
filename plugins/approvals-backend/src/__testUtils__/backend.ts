import type { ServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { parseEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import request from 'supertest';
import { FakeKindProviders } from '../clients/FakeKindProviders';
import { approvalsPlugin } from '../plugin';
import {
  CHEN_JING,
  createPeople,
  LI_WEI,
  SUBMISSION,
  SUN_LI,
  WANG_FANG,
  ZHANG_MIN,
} from './desk';
import {
  fakeAuditor,
  fakeDemoPlugin,
  fakeMessaging,
  fakePolicy,
  fakeTenancyPlugin,
} from './platform';

const TENANT_OF = {
  [LI_WEI]: 'life',
  [WANG_FANG]: 'life',
  [SUN_LI]: 'life',
  [ZHANG_MIN]: 'property',
};
/** The persons in the catalog. */
const PEOPLE = Object.keys(TENANT_OF)
  .concat(CHEN_JING)
  .map(ref => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: parseEntityRef(ref).name },
    spec: {},
  }));
export const KIND = {
  kind: 'demo.make',
  title: { 'zh-CN': '创建', en: 'Make' },
  description: { 'zh-CN': '创建', en: 'Make' },
};

/** Signed in as this person. */
export const as = (person: string) => mockCredentials.user.header(person);
/** As a backend plugin calls. */
export const asPlugin = (id: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(`plugin:${id}`),
    targetPluginId: 'approvals',
  });

export type Method = 'get' | 'post' | 'put';

/** The approvals plugin with tenancy and `demo` beside it. */
export function launchBackend(
  policiesFile: string,
  provider = new FakeKindProviders(),
  messaging = fakeMessaging(),
  people = createPeople(),
  more: ServiceFactory[] = [],
) {
  return startTestBackend({
    features: [
      approvalsPlugin,
      fakeTenancyPlugin(people),
      fakeDemoPlugin(provider),
      fakePolicy({ tenantOf: TENANT_OF, admins: [CHEN_JING] }).factory,
      catalogServiceMock.factory({ entities: PEOPLE }),
      mockServices.rootConfig.factory({
        data: {
          approvals: { policiesFile },
        },
      }),
      ...messaging.features,
      ...more,
    ],
  });
}

/** The backend, in which `demo` has announced the kind `demo.make`. */
export async function startBackend(policiesFile: string) {
  const provider = new FakeKindProviders();
  const messaging = fakeMessaging();
  const auditor = fakeAuditor();
  const people = createPeople();
  const { server } = await launchBackend(
    policiesFile,
    provider,
    messaging,
    people,
    [auditor.feature],
  );
  const call = (
    method: Method,
    route: string,
    header: string,
    body: object = {},
  ) => {
    const sent = request(server)
      [method](`/api/approvals${route}`)
      .set('authorization', header);
    return method === 'get' ? sent : sent.send(body);
  };
  await call('put', '/providers/demo', asPlugin('demo'), {
    kinds: [KIND],
  }).expect(200, { kinds: 1 });
  const submit = async (person = LI_WEI): Promise<RequestDetail> =>
    (await call('post', '/requests', as(person), SUBMISSION).expect(201)).body;
  const decide = (
    { id, payloadHash }: RequestDetail,
    person: string,
    body: object = {},
  ) =>
    call('post', `/requests/${id}/decisions`, as(person), {
      verdict: 'approve',
      payloadHash,
      ...body,
    });
  /** The request, as soon as it is what it should be. */
  const eventually = async (
    id: string,
    isReached: (detail: RequestDetail) => boolean,
  ): Promise<RequestDetail> => {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const { body } = await call('get', `/requests/${id}`, as(LI_WEI));
      if (isReached(body)) return body;
      if (Date.now() > deadline) throw new Error(JSON.stringify(body));
    }
  };
  const { sent, published } = messaging;
  const { endings: audited } = auditor;
  return {
    audited,
    provider,
    people,
    sent,
    published,
    call,
    submit,
    decide,
    eventually,
  };
}
