import type { JsonObject, JsonValue } from '@backstage/types';
import type { SchemaOfPackage } from '../schema/StrictSchema';
import { below, variants } from '../schema/schemaTree';

/**
 * The texts of a configuration that any package calls secret, for the logger to hide.
 *
 * @remarks
 * Where a schema lets one choose between groups, what any of them calls secret is one: rather one text too many.
 */
export function secretsIn(
  packages: SchemaOfPackage[],
  config: JsonValue,
): Set<string> {
  const secrets = new Set<string>();
  for (const { value: root } of packages) {
    collect(config, variants(root, root), root, secrets);
  }
  return secrets;
}

function collect(
  value: JsonValue | undefined,
  schemas: JsonObject[],
  root: JsonObject,
  secrets: Set<string>,
): void {
  if (!schemas.length) return;
  if (schemas.some(({ deepVisibility }) => deepVisibility === 'secret')) {
    textsBelow(value).forEach(text => secrets.add(text));
    return;
  }
  if (schemas.some(({ visibility }) => visibility === 'secret')) {
    // Of a group it says nothing: each of its settings speaks for itself.
    const texts = [value].flat().filter(each => typeof each === 'string');
    texts.forEach(text => secrets.add(text));
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    collect(child, below(schemas, key, root), root, secrets);
  }
}

function textsBelow(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsBelow);
}
