import { invalid } from '../api/ApiError';
import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { timestamp } from '../storage/timestamp';
import type { CustomVersion } from './customKinds';

export const DEFINITION = 'CustomResourceDefinition';

/** Holds a definition that is being deleted until its instances are gone. */
export const CLEANUP = 'customresourcecleanup.apiextensions.k8s.io';

/** A definition as it is stored: checked, with its names filled in, and established at once. */
export function admitDefinition(
  kind: ResourceKind,
  definition: KubernetesObject,
  now: Date,
): KubernetesObject {
  const { spec, metadata } = definition;
  const wanted = `${spec?.names?.plural}.${spec?.group}`;
  if (metadata.name !== wanted) {
    throw invalid(kind, metadata.name, [
      {
        field: 'metadata.name',
        message: `Invalid value: ${JSON.stringify(metadata.name)}: must be spec.names.plural+"."+spec.group`,
      },
    ]);
  }
  const versions = spec.versions as CustomVersion[];
  const stored = versions.filter(({ storage }) => storage);
  if (stored.length !== 1) {
    throw invalid(kind, metadata.name, [
      {
        field: 'spec.versions',
        message: `Invalid value: ${JSON.stringify(versions)}: must have exactly one version marked as storage version`,
      },
    ]);
  }
  const names = {
    ...spec.names,
    singular: spec.names.singular ?? spec.names.kind.toLowerCase(),
    listKind: spec.names.listKind ?? `${spec.names.kind}List`,
  };
  const condition = (type: string, reason: string, message: string) => ({
    type,
    status: 'True',
    lastTransitionTime: timestamp(now),
    reason,
    message,
  });
  return {
    ...definition,
    spec: {
      ...spec,
      names,
      conversion: spec.conversion ?? { strategy: 'None' },
    },
    status: {
      conditions: [
        condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
        condition(
          'Established',
          'InitialNamesAccepted',
          'the initial names have been accepted',
        ),
      ],
      acceptedNames: names,
      storedVersions: [stored[0].name],
    },
  };
}
