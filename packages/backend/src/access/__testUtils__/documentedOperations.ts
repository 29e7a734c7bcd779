import { readFileSync } from 'node:fs';
import path from 'node:path';

// eslint-disable-next-line no-restricted-syntax -- runs from the sources only, never from a bundle
const PAGE = path.resolve(__dirname, '../../../../../docs/access-matrix.md');

/** The operations that docs/access-matrix.md makes promises about, as `<plugin>.<operation>`. */
export function documentedOperations(): string[] {
  let plugin = '';
  return readFileSync(PAGE, 'utf8')
    .split('\n')
    .flatMap(line => {
      plugin = /^## (\S+)/.exec(line)?.[1] ?? plugin;
      const operation = /^\| `([\w.]+)`/.exec(line)?.[1];
      return operation ? [`${plugin}.${operation}`] : [];
    });
}
