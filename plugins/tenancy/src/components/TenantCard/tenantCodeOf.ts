import type { Entity } from '@backstage/catalog-model';
import { LABELS } from '@caas/plugin-clusters-common';

/** The tenant of a group: by the label that the projection gives it, else the group is named like its tenant. */
export function tenantCodeOf({ metadata }: Entity): string {
  return metadata.labels?.[LABELS.tenant] ?? metadata.name;
}
