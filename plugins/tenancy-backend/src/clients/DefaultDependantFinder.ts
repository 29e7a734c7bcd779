import type { AuthService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_HAS_PART,
} from '@backstage/catalog-model';
import type { Bilingual } from '@caas/contract';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { namespaceEntityRef } from '@caas/plugin-tenancy-common';
import type { Holder } from '../domain/lease';
import { ownNamespace, type NamespaceRecord } from '../domain/namespace';
import type { ClustersClient } from './ClustersClient';
import type { DependantFinder } from './DependantFinder';

/** How the catalog says that something needs the namespace; a binding says it with `dependsOn`, too. */
const REASONS: Readonly<Record<string, Bilingual>> = {
  [RELATION_DEPENDENCY_OF]: {
    'zh-CN': '目录显示，它依赖该命名空间',
    en: 'It depends on the namespace, says the catalog',
  },
  [RELATION_HAS_PART]: {
    'zh-CN': '目录显示，它属于该命名空间',
    en: 'It is part of the namespace, says the catalog',
  },
};

type Options = {
  auth: AuthService;
  catalog: CatalogService;
  clusters: ClustersClient;
};

/** The relations of the catalog, and what leads into the namespace on its cluster. */
export class DefaultDependantFinder implements DependantFinder {
  static create(options: Options): DefaultDependantFinder {
    return new DefaultDependantFinder(options);
  }

  private constructor(private readonly options: Options) {}

  async list(namespace: NamespaceRecord): Promise<Holder[]> {
    const [related, traffic] = await Promise.all([
      this.listRelated(namespace),
      this.listTraffic(namespace),
    ]);
    return [...related, ...traffic];
  }

  private async listRelated(namespace: NamespaceRecord): Promise<Holder[]> {
    const { auth, catalog } = this.options;
    const entity = await catalog.getEntityByRef(namespaceEntityRef(namespace), {
      credentials: await auth.getOwnServiceCredentials(),
    });
    return (entity?.relations ?? []).flatMap(({ type, targetRef }) => {
      const reason = REASONS[type];
      if (!reason) return [];
      return { kind: parseEntityRef(targetRef).kind, name: targetRef, reason };
    });
  }

  private async listTraffic(namespace: NamespaceRecord): Promise<Holder[]> {
    try {
      const { dependants } = await this.options.clusters.lookAtNamespace(
        ownNamespace(namespace),
      );
      return dependants;
    } catch (error) {
      // What does not stand is led to by nobody.
      if ((error as Error).name === 'NotFoundError') return [];
      throw error;
    }
  }
}
