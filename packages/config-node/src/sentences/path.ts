/** Where a setting stands: keys, and places in lists. */
export type Path = string[];

/** A JSON pointer, such as `/clusters/0/name`, as a path. */
export const parsePath = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A path as people write it: `clusters[0].name`. */
export const printPath = (path: Path): string =>
  path
    .map(key => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');

export const isPrefix = (start: Path, path: Path): boolean =>
  start.every((key, index) => path[index] === key);
