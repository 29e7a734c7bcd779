import { operation } from '@caas/contract';
import { z } from 'zod';
import { namespaceExportReadPermission } from '../permissions';
import { namespaceExport } from '../namespaceExport';

const ofNamespace = z.object({ namespace: z.string().min(1).max(64) });

/** What was kept of namespaces before they were deleted. */
export const namespaceExports = {
  list: operation({
    method: 'GET',
    path: '/namespaces/{namespace}/exports',
    summary: 'List what was kept of a namespace, the latest first',
    access: { kind: 'permission', permission: namespaceExportReadPermission },
  })
    .input(ofNamespace)
    .output(z.object({ items: z.array(namespaceExport) })),
  get: operation({
    method: 'GET',
    path: '/namespaces/{namespace}/exports/{id}',
    summary: 'Download the manifests that were kept of a namespace, as YAML',
    access: { kind: 'permission', permission: namespaceExportReadPermission },
    audit: { event: 'namespace-export-read', severity: 'medium' },
  })
    .input(ofNamespace.extend({ id: z.string().min(1).max(100) }))
    .output(namespaceExport.extend({ manifests: z.string() })),
};
