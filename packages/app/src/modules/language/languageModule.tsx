import {
  AppRootElementBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { useDocumentLanguage } from './useDocumentLanguage';

function DocumentLanguage() {
  useDocumentLanguage();
  return null;
}

/** Keeps the language of the document in step with the language of the portal. */
export const languageModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    AppRootElementBlueprint.make({
      name: 'document-language',
      params: { element: <DocumentLanguage /> },
    }),
  ],
});
