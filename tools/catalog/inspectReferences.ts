import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { Placed } from './readCatalog';

type Field = { field: string; defaultKind?: string };

const owner: Field = { field: 'owner', defaultKind: 'Group' };
const system: Field = { field: 'system', defaultKind: 'System' };
const dependencies: Field[] = [
  { field: 'dependsOn' },
  { field: 'dependencyOf' },
];

/** The fields that refer to other entities, with the kind that the catalog adds where the reference names none. */
const REFERENCES: Record<string, Field[]> = {
  API: [owner, system],
  Component: [
    owner,
    system,
    { field: 'subcomponentOf', defaultKind: 'Component' },
    { field: 'providesApis', defaultKind: 'API' },
    { field: 'consumesApis', defaultKind: 'API' },
    ...dependencies,
  ],
  Domain: [owner, { field: 'subdomainOf', defaultKind: 'Domain' }],
  Group: [
    { field: 'parent', defaultKind: 'Group' },
    { field: 'children', defaultKind: 'Group' },
    { field: 'members', defaultKind: 'User' },
  ],
  Resource: [owner, system, ...dependencies],
  System: [owner, { field: 'domain', defaultKind: 'Domain' }],
  Template: [owner],
  User: [{ field: 'memberOf', defaultKind: 'Group' }],
};

/** Answers whether an entity stands in the catalog. */
export type IsKnown = (reference: string) => boolean;

export function entitiesOf(placed: Placed[]): IsKnown {
  const known = new Set(placed.map(({ entity }) => stringifyEntityRef(entity)));
  return reference => known.has(stringifyEntityRef(parseEntityRef(reference)));
}

/** References that lead nowhere. */
export function danglingReferences(
  placed: Placed[],
  isKnown: IsKnown,
): string[] {
  return placed.flatMap(({ file, entity }) =>
    (REFERENCES[entity.kind] ?? []).flatMap(({ field, defaultKind }) =>
      valuesOf(entity, field)
        .filter(value => !resolves(value, entity, defaultKind, isKnown))
        .map(
          value =>
            `${file}: ${entity.kind} ${entity.metadata.name}: ${field} '${value}' is no entity of the catalog`,
        ),
    ),
  );
}

function valuesOf(entity: Entity, field: string): string[] {
  const value = entity.spec?.[field];
  return [value ?? []].flat() as string[];
}

function resolves(
  value: string,
  { metadata }: Entity,
  defaultKind: string | undefined,
  isKnown: IsKnown,
): boolean {
  try {
    const reference = parseEntityRef(value, {
      defaultKind,
      defaultNamespace: metadata.namespace ?? 'default',
    });
    return isKnown(stringifyEntityRef(reference));
  } catch {
    // It names no kind where one is needed.
    return false;
  }
}
