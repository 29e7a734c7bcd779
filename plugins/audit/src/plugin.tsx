import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiFileShield2Line } from '@remixicon/react';
import { auditApi } from './api';
import { rootRouteRef } from './routes';

const auditPage = PageBlueprint.make({
  params: {
    path: '/audit',
    routeRef: rootRouteRef,
    // The page says its title in the person's language itself.
    noHeader: true,
    loader: () => import('./components/AuditPage').then(m => <m.AuditPage />),
  },
});

export const auditPlugin = createFrontendPlugin({
  pluginId: 'audit',
  title: '审计',
  icon: <RiFileShield2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [auditApi, auditPage],
});
