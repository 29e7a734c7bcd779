import type { AppConfig } from '@backstage/config';
import type { Path } from './path';

/** The last file, or source of variables, that sets something at this place: it wins over the others. */
export function whereItStands(
  path: Path,
  configs: AppConfig[],
): string | undefined {
  return configs.findLast(({ data }) => valueAt(data, path) !== undefined)
    ?.context;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value && typeof value === 'object'
        ? (value as Record<string, unknown>)[key]
        : undefined,
    data,
  );
}
