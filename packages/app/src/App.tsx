import { createApp } from '@backstage/frontend-defaults';
import { entityPageModule } from './modules/entityPage';
import { frameModule } from './modules/frame';
import { homePlugin } from './modules/home';
import { languageModule } from './modules/language';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';
import { themeModule } from './modules/theme';
import { translationsModule } from './modules/translations';

// The plugins of the domains and the stock ones are discovered in package.json (`app.packages: all`).
export default createApp({
  features: [
    signInModule,
    languageModule,
    entityPageModule,
    frameModule,
    navModule,
    homePlugin,
    themeModule,
    translationsModule,
  ],
});
