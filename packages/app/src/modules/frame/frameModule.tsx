import {
  createFrontendModule,
  ErrorDisplay,
  NotFoundErrorPage,
  PageLayout,
} from '@backstage/frontend-plugin-api';
import {
  AppRootWrapperBlueprint,
  SwappableComponentBlueprint,
} from '@backstage/plugin-app-react';
import { VisitRecorder } from '../home/visits';
import { PortalPageLayout } from './PortalPageLayout';

/** What stands around pages, and in their place when they fail, in the person's language. */
export const frameModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    AppRootWrapperBlueprint.make({
      name: 'visits',
      params: { component: VisitRecorder },
    }),
    SwappableComponentBlueprint.make({
      name: 'core-page-layout',
      params: define =>
        define({
          component: PageLayout,
          // Not lazily: every page needs it, and would wait for it.
          loader: () => PortalPageLayout,
        }),
    }),
    SwappableComponentBlueprint.make({
      name: 'core-error-display',
      params: define =>
        define({
          component: ErrorDisplay,
          loader: () =>
            import('./PortalErrorDisplay').then(m => m.PortalErrorDisplay),
        }),
    }),
    SwappableComponentBlueprint.make({
      name: 'core-not-found-error-page',
      params: define =>
        define({
          component: NotFoundErrorPage,
          loader: () =>
            import('./PortalNotFoundPage').then(m => m.PortalNotFoundPage),
        }),
    }),
  ],
});
