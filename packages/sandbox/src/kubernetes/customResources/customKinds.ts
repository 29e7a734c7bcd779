import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { printerColumns, type PrinterColumn } from './printerColumns';
import type { Schema } from './schema';

/** One version of a CustomResourceDefinition. */
export type CustomVersion = {
  name: string;
  served: boolean;
  storage: boolean;
  schema?: { openAPIV3Schema?: Schema };
  additionalPrinterColumns?: PrinterColumn[];
  subresources?: {
    status?: object;
    scale?: {
      specReplicasPath: string;
      statusReplicasPath: string;
      labelSelectorPath?: string;
    };
  };
};

/** The kinds that a CustomResourceDefinition makes a cluster serve, one for each version. */
export function customKindsOf({ spec }: KubernetesObject): ResourceKind[] {
  const { plural, singular, kind, shortNames, categories } = spec.names;
  return (spec.versions as CustomVersion[])
    .filter(({ served }) => served)
    .map(({ name, schema, subresources, additionalPrinterColumns }) => ({
      group: spec.group,
      version: name,
      plural,
      singular: singular ?? kind.toLowerCase(),
      kind,
      namespaced: spec.scope === 'Namespaced',
      shortNames: shortNames ?? [],
      categories: categories ?? [],
      subresources: (['status', 'scale'] as const).filter(
        subresource => subresources?.[subresource],
      ),
      columns: printerColumns(additionalPrinterColumns),
      schema: schema?.openAPIV3Schema ?? {},
    }));
}
