import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** The top folder of the repository. */
export const repositoryRoot = () =>
  path.resolve(resolvePackagePath('@caas/config-node'), '../..');

/** The package.json of the repository and of each of its workspaces, in a stable order. */
export function listManifests(root: string): string[] {
  const { workspaces } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  ) as { workspaces: string[] };
  const folders = workspaces
    .map(pattern => path.join(root, path.dirname(pattern)))
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder).map(name => path.join(folder, name)),
    );
  return [root, ...folders.sort()]
    .map(folder => path.join(folder, 'package.json'))
    .filter(manifest => existsSync(manifest));
}
