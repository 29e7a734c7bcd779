import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { stockTranslations } from './stockTranslations';

/** Simplified Chinese for the stock plugins. */
export const translationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: Object.entries(stockTranslations).map(([name, resource]) =>
    TranslationBlueprint.make({ name, params: { resource } }),
  ),
});
