import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { appInLanguage } from '@caas/portal-ui/testing';
import { screen } from '@testing-library/react';
import { entityPageModule } from './entityPageModule';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'policy-service', namespace: 'default' },
  spec: { type: 'service', owner: 'life', lifecycle: 'production' },
};

function openEntity(language: 'zh-CN' | 'en') {
  renderTestApp({
    ...appInLanguage(language),
    features: [catalogPlugin, entityPageModule],
    initialRouteEntries: ['/catalog/default/component/policy-service'],
    apis: [[catalogApiRef, catalogApiMock({ entities: [entity] })]],
  });
}

describe('the page of an entity', () => {
  it.each([
    ['zh-CN', '概览'],
    ['en', 'Overview'],
  ] as const)(
    'names its tabs in %s',
    async (language, title) => {
      openEntity(language);
      expect(
        await screen.findByRole('link', { name: title }, { timeout: 5_000 }),
      ).toBeInTheDocument();
    },
    30_000,
  );
});
