import './compileCache';
import { createBackend } from '@backstage/backend-defaults';
import { strictConfiguration } from '@caas/config-node';
import { auditorServiceFactory } from '@caas/plugin-audit-node';
import {
  httpAuthOfKnownPeopleFactory,
  maintenanceGuardFactory,
} from '@caas/plugin-permission-backend-module-portal';
import {
  metricsFactory,
  portalHttpFactory,
  runBackend,
} from '@caas/runtime-node';

const backend = createBackend();

// Nothing starts with a setting that nobody knows
backend.add(strictConfiguration);

// Core: HTTP and metrics, the built frontend, and the one record of who did what
backend.add(portalHttpFactory);
backend.add(metricsFactory);
backend.add(import('@backstage/plugin-app-backend'));
backend.add(auditorServiceFactory);

// Identity and permissions
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@caas/plugin-auth-backend-module-personas'));
backend.add(import('@caas/plugin-auth-backend-module-portal-oidc'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@caas/plugin-permission-backend-module-portal'));
backend.add(maintenanceGuardFactory);
backend.add(httpAuthOfKnownPeopleFactory);

// Catalog
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@caas/plugin-catalog-backend-module-portal'));
backend.add(import('@caas/plugin-catalog-backend-module-tenancy'));

// Templates
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitea'));
backend.add(import('@caas/plugin-scaffolder-backend-module-portal'));

// Assistants: actions of the portal over MCP, each as the person who calls
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// Documentation
backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@caas/plugin-techdocs-backend-module-folders'));

// Search: Chinese, English and mixed text, in the database the portal runs on
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@caas/plugin-search-backend-module-portal'));

// Settings, notifications, live updates, events
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-events-backend'));

// The stock Kubernetes plugin, over the clusters of the portal
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@caas/plugin-kubernetes-backend-module-clusters'));

// Our domains
backend.add(import('@caas/plugin-clusters-backend'));
backend.add(import('@caas/plugin-approvals-backend'));
backend.add(import('@caas/plugin-tenancy-backend'));
backend.add(import('@caas/plugin-audit-backend'));

// Not backend.start(): this owns the end of the process, too. `yarn new` adds a plugin above this line.
runBackend(backend);
