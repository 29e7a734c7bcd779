// `yarn start`: the approvals plugin alone, with requests in memory, the policies of dev/policies.yaml, two people (mock,
// and wang-fang who decides for the tenant life) and a domain that carries out `demo.make`.
//
//   mock='authorization: Bearer mock-user-token'
//   wang='authorization: Bearer mock-user-token:{"sub":"user:default/wang-fang"}'
//   json='content-type: application/json'
//   curl -H "$mock" localhost:7007/api/approvals/kinds
//   curl -H "$mock" -H "$json" localhost:7007/api/approvals/requests \
//     -d '{"kind":"demo.make","tenant":"life","payload":{"name":"a","size":8},"purpose":"To try it"}'
//   curl -H "$wang" 'localhost:7007/api/approvals/requests?view=to-decide'
//   curl -H "$wang" -H "$json" localhost:7007/api/approvals/requests/<id>/decisions \
//     -d '{"verdict":"approve","payloadHash":"<payloadHash>"}'
import path from 'node:path';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createDevBackend } from '@caas/backend-testing';
import { announceRequestKinds } from '@caas/plugin-approvals-node';
import {
  fakeDemoPlugin,
  fakeMessaging,
  fakeTenancyPlugin,
} from '../src/__testUtils__/platform';
import { FakeKindProviders } from '../src/clients/FakeKindProviders';
import { FakePeopleDirectory } from '../src/clients/FakePeopleDirectory';

const people = new FakePeopleDirectory();
people.holders.set('tenant-admin@life', ['user:default/wang-fang']);

const demoAnnouncement = createBackendModule({
  pluginId: 'demo',
  moduleId: 'announcement',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      init: deps =>
        announceRequestKinds({
          ...deps,
          pluginId: 'demo',
          kinds: [
            {
              kind: 'demo.make',
              title: { 'zh-CN': '创建', en: 'Make' },
              description: { 'zh-CN': '创建一个', en: 'Make one' },
            },
          ],
        }),
    });
  },
});

const backend = createDevBackend({
  approvals: { policiesFile: path.join(__dirname, 'policies.yaml') },
});
backend.add(catalogServiceMock.factory());
fakeMessaging().features.forEach(feature => backend.add(feature));
backend.add(fakeTenancyPlugin(people));
backend.add(fakeDemoPlugin(new FakeKindProviders()));
backend.add(demoAnnouncement);
backend.add(import('../src'));
backend.start();
