import { NotFoundError } from '@backstage/errors';
import type { RowAccess } from '@caas/contract-node';
import type { NamespaceExport } from '@caas/plugin-tenancy-common';
import type { NamespaceExportStore } from '../database/NamespaceExportStore';
import type { NamespaceStore } from '../database/NamespaceStore';
import { inBothLanguages } from '../domain/inBothLanguages';

type Options = { namespaces: NamespaceStore; exports: NamespaceExportStore };

/** What was kept of namespaces, for those who may download it: also of those that are deleted. */
export class NamespaceExports {
  static create(options: Options): NamespaceExports {
    return new NamespaceExports(options);
  }

  private constructor(private readonly options: Options) {}

  async list(namespace: string, access: RowAccess): Promise<NamespaceExport[]> {
    await this.see(namespace, access);
    return this.options.exports.list(namespace);
  }

  async get(
    { namespace, id }: { namespace: string; id: string },
    access: RowAccess,
  ): Promise<NamespaceExport & { manifests: string }> {
    await this.see(namespace, access);
    const found = await this.options.exports.find(namespace, id);
    if (found) return found;
    throw inBothLanguages(NotFoundError, {
      'zh-CN': `命名空间“${namespace}”没有编号为“${id}”的清单备份`,
      en: `Nothing with the id '${id}' was kept of namespace '${namespace}'`,
    });
  }

  private async see(id: string, access: RowAccess): Promise<void> {
    const namespace = await this.options.namespaces.find(id);
    if (namespace && access.allows({ tenant: namespace.tenant })) return;
    throw inBothLanguages(NotFoundError, {
      'zh-CN': `没有命名空间“${id}”`,
      en: `There is no namespace '${id}'`,
    });
  }
}
