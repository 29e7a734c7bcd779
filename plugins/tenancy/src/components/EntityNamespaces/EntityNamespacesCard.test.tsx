import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef, type TenancyApi } from '@caas/plugin-tenancy-react';
import { fakeTenancyApi, liWei } from '@caas/plugin-tenancy-react/testing';
import { testApp } from '../../__testUtils__/testApp';
import { tenancyPlugin } from '../../plugin';

const entity = (
  kind: string,
  name: string,
  relations: [type: string, targetRef: string][],
  labels?: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', labels },
  spec: { type: 'service' },
  relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
});

const groups = [
  entity('Group', 'life', [], { 'caas.io/tenant': 'life' }),
  entity('Group', 'life-policy', [['childOf', 'group:default/life']]),
];
const ofDepartment: [string, string] = ['ownedBy', 'group:default/life-policy'];

function open(
  shown: Entity,
  api: TenancyApi = fakeTenancyApi(),
  language: 'zh-CN' | 'en' = 'en',
) {
  renderTestApp({
    config: testApp(language).config,
    extensions: [
      createTestEntityPage({ entity: shown }),
      tenancyPlugin.getExtension('entity-card:tenancy/namespaces'),
    ],
    apis: [
      [tenancyApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: groups })],
    ],
  });
}

const withMine = (mine: TenancyApi['memberships']['mine']): TenancyApi => {
  const api = fakeTenancyApi();
  return { ...api, memberships: { ...api.memberships, mine } };
};

describe('the namespaces of a service in the catalog', () => {
  it('are those that it names, with state, place and lease', async () => {
    open(
      entity('Component', 'billing', [
        ofDepartment,
        ['dependsOn', 'resource:nonprod/life-billing-dev'],
        ['dependsOn', 'resource:default/policy-database'],
      ]),
    );
    const list = await screen.findByRole('list', { name: 'Namespaces' });
    const [line, ...others] = within(list).getAllByRole('listitem');
    expect(others).toEqual([]);
    expect(line).toHaveTextContent('life-billing-dev');
    expect(line).toHaveTextContent('Development · nonprod');
    expect(line).toHaveTextContent('Ready');
    expect(line).toHaveTextContent('Ends in 6 days');
  });

  it('are all of the tenant above its department, when it names none', async () => {
    open(entity('System', 'policy', [ofDepartment]));
    expect(
      await screen.findByText(/all namespaces of Life insurance/),
    ).toBeInTheDocument();
    const list = screen.getByRole('list', { name: 'Namespaces' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
  });

  it('are not there when a person owns it, and say what to do', async () => {
    open(entity('Component', 'toy', [['ownedBy', 'user:default/li-wei']]));
    expect(await screen.findByText('No tenant owns this')).toBeInTheDocument();
  });

  it('say that the person has no role in the tenant', async () => {
    open(
      entity('Component', 'billing', [ofDepartment]),
      withMine(async () => ({ ...liWei, tenants: [] })),
    );
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(screen.queryByText('life-billing-dev')).toBeNull();
  });

  it('show that they load, and can be asked for again after an error', async () => {
    const mine = jest.fn().mockRejectedValueOnce(new Error('Tenancy is down'));
    mine.mockResolvedValue(liWei);
    open(entity('Component', 'billing', [ofDepartment]), withMine(mine));
    expect(await screen.findByText('Tenancy is down')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('life-billing-dev')).toBeInTheDocument();
  });

  it('speak Chinese', async () => {
    open(entity('System', 'policy', [ofDepartment]), fakeTenancyApi(), 'zh-CN');
    expect(
      await screen.findByText(/以下是寿险的全部命名空间/),
    ).toBeInTheDocument();
  });
});
