import { createRowResource } from '@caas/contract-node';
import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  approvalsPermissions,
  RESOURCE_TYPE_REQUEST,
} from '@caas/plugin-approvals-common';
import type { RequestStore } from './database/RequestStore';
import { scopeOf } from './domain/request';

/** Tells the permission framework what a request looks like, for decisions that are made outside this plugin. */
export function registerResources(
  registry: PermissionsRegistryService,
  requests: RequestStore,
): void {
  registry.addResourceType({
    ...createRowResource({
      pluginId: 'approvals',
      resourceType: RESOURCE_TYPE_REQUEST,
    }),
    permissions: approvalsPermissions,
    getResources: ids =>
      Promise.all(
        ids.map(async id => {
          const file = await requests.find(id);
          return file && scopeOf(file);
        }),
      ),
  });
}
