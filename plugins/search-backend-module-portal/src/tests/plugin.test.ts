import { Readable } from 'node:stream';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { startTestBackend, TestDatabases } from '@backstage/backend-test-utils';
import searchBackend from '@backstage/plugin-search-backend';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import request from 'supertest';
import searchModulePortal from '..';
import { entityDocument } from '../__testUtils__/engines';

/** A collator whose run the test starts. */
function collatorModule() {
  let run: () => Promise<void> = async () => {};
  const feature = createBackendModule({
    pluginId: 'search',
    moduleId: 'test-collator',
    register(env) {
      env.registerInit({
        deps: {
          index: searchIndexRegistryExtensionPoint,
          logger: coreServices.logger,
        },
        async init({ index }) {
          index.addCollator({
            schedule: {
              run: async task => {
                run = async () => {
                  await task.fn(new AbortController().signal as never);
                };
              },
            },
            factory: {
              type: 'software-catalog',
              getCollator: async () =>
                Readable.from([
                  entityDocument('核保服务', '人工核保'),
                  entityDocument('李伟', ''),
                ]),
            },
          });
        },
      });
    },
  });
  return { feature, collate: () => run() };
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

it.each(databases.eachSupportedId())(
  'on %s answers over HTTP: an empty page, then results, and 400 for what is too long',
  async id => {
    const knex = await databases.init(id);
    const { feature, collate } = collatorModule();
    const backend = await startTestBackend({
      features: [
        searchBackend,
        searchModulePortal,
        feature,
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => ({ getClient: async () => knex }),
        }),
      ],
    });
    try {
      const ask = (term: string) =>
        request(backend.server).get('/api/search/query').query({ term });
      const before = await ask('核保');
      expect(before.status).toBe(200);
      expect(before.body.results).toEqual([]);

      await collate();
      const after = await ask('核保');
      expect(after.status).toBe(200);
      expect(
        after.body.results.map(
          (each: { document: { title: string } }) => each.document.title,
        ),
      ).toEqual(['核保服务']);

      expect((await ask('核'.repeat(101))).status).toBe(400);
      expect((await ask("核保' & ! | ( : * ~")).status).toBe(200);
    } finally {
      await backend.stop();
    }
  },
);
