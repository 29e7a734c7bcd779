import type { NamespaceExport } from '@caas/plugin-tenancy-common';

/** What is kept of namespaces before they are deleted. */
export interface NamespaceExportStore {
  /** A repeat with the same id changes nothing. */
  keep(
    namespaceId: string,
    kept: NamespaceExport & { manifests: string },
  ): Promise<void>;
  /** The latest first. */
  list(namespaceId: string): Promise<NamespaceExport[]>;
  find(
    namespaceId: string,
    id: string,
  ): Promise<(NamespaceExport & { manifests: string }) | undefined>;
}
