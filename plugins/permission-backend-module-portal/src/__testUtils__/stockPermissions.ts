import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Permission } from '@backstage/plugin-permission-common';

/** The folder in which the stock plugins are installed. */
const STOCK = path.resolve(
  path.dirname(
    require.resolve('@backstage/plugin-catalog-common/package.json'),
  ),
  '..',
);

/**
 * Every permission that an installed stock plugin exports.
 *
 * @remarks
 * Read from what is installed, not from a list, so that an upgrade or a new plugin cannot bring a permission unseen.
 */
export function stockPermissions(): Permission[] {
  const found = new Map<string, Permission>();
  for (const specifier of commonEntryPoints()) {
    const exported = jest.requireActual<Record<string, unknown>>(specifier);
    for (const permission of Object.values(exported).flat()) {
      if (isPermissionLike(permission)) found.set(permission.name, permission);
    }
  }
  return [...found.values()];
}

/** Each entry point of each installed `@backstage/plugin-*-common`. */
function commonEntryPoints(): string[] {
  return readdirSync(STOCK)
    .filter(name => /^plugin-.+-common$/.test(name))
    .flatMap(name => {
      const { exports = { '.': '' } } = JSON.parse(
        readFileSync(path.join(STOCK, name, 'package.json'), 'utf8'),
      ) as { exports?: Record<string, unknown> };
      return Object.keys(exports)
        .filter(entry => entry !== './package.json')
        .map(entry => path.posix.join('@backstage', name, entry));
    });
}

function isPermissionLike(value: unknown): value is Permission {
  const { type, name, attributes } = (value ?? {}) as Partial<Permission>;
  return (
    (type === 'basic' || type === 'resource') &&
    typeof name === 'string' &&
    typeof attributes === 'object'
  );
}
