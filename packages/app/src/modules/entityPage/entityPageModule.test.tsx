import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { entityPageModule } from './entityPageModule';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'policy-service', namespace: 'default' },
  spec: { type: 'service', owner: 'life', lifecycle: 'production' },
};

function openEntity(language: string) {
  renderTestApp({
    features: [catalogPlugin, entityPageModule],
    initialRouteEntries: ['/catalog/default/component/policy-service'],
    apis: [[catalogApiRef, catalogApiMock({ entities: [entity] })]],
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: [
          {
            'api:app/app-language': {
              config: {
                defaultLanguage: language,
                availableLanguages: ['zh-CN', 'en'],
              },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  });
}

describe('the page of an entity', () => {
  beforeEach(() => localStorage.clear());

  it.each([
    ['zh-CN', '概览'],
    ['en', 'Overview'],
  ])(
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
