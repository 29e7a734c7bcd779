import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ownNamespace, type NamespaceRecord } from '../domain/namespace';
import { DefaultDependantFinder } from './DefaultDependantFinder';
import { FakeClustersClient } from './FakeClustersClient';

/** As much of a namespace as is asked for. */
const CLAIMS = {
  id: 'n1',
  name: 'life-claims-dev',
  tenant: 'life',
  cluster: 'nonprod',
} as NamespaceRecord;

const entity = (
  relations: Array<[type: string, targetRef: string]>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { namespace: 'nonprod', name: 'life-claims-dev' },
  relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
});

function create(entities: Entity[] = []) {
  const clusters = new FakeClustersClient();
  const { cluster, applySet } = ownNamespace(CLAIMS);
  const stand = () =>
    clusters.lifecycle.standing.set(`${cluster}/${applySet}`, {
      uid: 'u1',
      step: 0,
      isStopped: false,
    });
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async ref =>
      entities.find(
        ({ kind, metadata }) =>
          ref ===
          `${kind}:${metadata.namespace}/${metadata.name}`.toLowerCase(),
      ),
  });
  const finder = DefaultDependantFinder.create({
    auth: mockServices.auth(),
    catalog,
    clusters,
  });
  return { clusters, catalog, finder, stand };
}

describe('DefaultDependantFinder', () => {
  it('names what the catalog says needs the namespace, and nothing that it only knows', async () => {
    const { finder, stand } = create([
      entity([
        ['dependencyOf', 'component:default/claims'],
        ['hasPart', 'component:default/batch'],
        ['ownedBy', 'group:default/life'],
        ['dependsOn', 'resource:default/nonprod'],
      ]),
    ]);
    stand();
    expect(await finder.list(CLAIMS)).toEqual([
      {
        kind: 'component',
        name: 'component:default/claims',
        reason: {
          'zh-CN': '目录显示，它依赖该命名空间',
          en: 'It depends on the namespace, says the catalog',
        },
      },
      {
        kind: 'component',
        name: 'component:default/batch',
        reason: {
          'zh-CN': '目录显示，它属于该命名空间',
          en: 'It is part of the namespace, says the catalog',
        },
      },
    ]);
  });

  it('adds what leads into it on its cluster', async () => {
    const { finder, clusters, stand } = create([
      entity([['dependencyOf', 'component:default/claims']]),
    ]);
    stand();
    const route = {
      kind: 'HTTPRoute' as const,
      name: 'gateway/claims',
      reason: {
        'zh-CN': '它通向该命名空间的服务',
        en: 'It leads to a Service of the namespace',
      },
    };
    clusters.lifecycle.dependants.push(route);
    expect(await finder.list(CLAIMS)).toEqual([
      expect.objectContaining({ name: 'component:default/claims' }),
      route,
    ]);
  });

  it('finds nothing for what is in no catalog and on no cluster', async () => {
    const { finder } = create();
    expect(await finder.list(CLAIMS)).toEqual([]);
  });

  it.each([
    [
      'the catalog',
      (made: ReturnType<typeof create>) =>
        made.catalog.getEntityByRef.mockRejectedValue(
          new Error('catalog is away'),
        ),
      'catalog is away',
    ],
    [
      'the cluster',
      ({ clusters }: ReturnType<typeof create>) => {
        clusters.isDown = true;
      },
      /./,
    ],
  ])(
    'says nothing rather than "nobody" when %s does not answer',
    async (_what, fail, message) => {
      const made = create([entity([])]);
      made.stand();
      fail(made);
      await expect(made.finder.list(CLAIMS)).rejects.toThrow(message);
    },
  );
});
