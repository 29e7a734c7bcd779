import { screen } from '@testing-library/react';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { otherApis } from '../../__testUtils__/renderTenancy';
import { testApp } from '../../__testUtils__/testApp';
import { tenancyPlugin } from '../../plugin';

const group = (type: string, labels?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'life', namespace: 'default', labels },
  spec: { type, children: [] },
});

const open = (entity: ReturnType<typeof group>) =>
  renderTestApp({
    config: testApp().config,
    extensions: [
      createTestEntityPage({ entity }),
      tenancyPlugin.getExtension('entity-card:tenancy/tenant'),
    ],
    apis: [[tenancyApiRef, fakeTenancyApi()], ...otherApis([]).apis],
  });

describe('the card of a tenant', () => {
  it('shows on the page of the tenant’s group what it holds and how much is asked for', async () => {
    open(group('tenant'));
    expect(
      await screen.findByText('Development · nonprod'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('1 request waits for a decision'),
    ).toBeInTheDocument();
  });

  it('takes the tenant from the label of the group', async () => {
    open(group('tenant', { 'caas.io/tenant': 'property' }));
    expect(
      await screen.findByText('This tenant has no quotas'),
    ).toBeInTheDocument();
  });
});
