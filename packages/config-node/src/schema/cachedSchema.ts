import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { prepareSchema, type PreparedSchema } from './prepareSchema';
import { writeSchema } from './schemaFiles';
import { listManifests, repositoryRoot } from './workspaces';

type CacheOptions = {
  root?: string;
  prepare?: (root: string) => Promise<PreparedSchema>;
};

/** The folder with the schema of the repository, made anew only when a dependency or a schema of ours has changed. */
export async function cachedSchema({
  root = repositoryRoot(),
  prepare = prepareSchema,
}: CacheOptions = {}): Promise<string> {
  const cache = path.join(root, 'node_modules/.cache/caas-config-schema');
  const folder = path.join(cache, schemaKey(root));
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${randomUUID()}`;
  await mkdir(draft, { recursive: true });
  await writeSchema(draft, await prepare(root));
  await place(draft, folder);
  await removeOthers(cache, folder);
  return folder;
}

/** Of two starts at once each makes a whole folder; the first to place its own wins, with the same contents. */
async function place(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(draft, { recursive: true });
  }
}

/** What was true before a change is never asked for again. A draft is somebody's who starts at this moment. */
async function removeOthers(cache: string, folder: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(path.basename(folder))) {
      await rm(path.join(cache, name), { recursive: true, force: true });
    }
  }
}

/** Changes with the installed dependencies, this code, and each package.json and schema of ours. */
function schemaKey(root: string): string {
  const hash = createHash('sha256');
  const add = (file: string) => {
    if (existsSync(file)) hash.update(file).update(readFileSync(file));
  };
  add(path.join(root, 'yarn.lock'));
  for (const file of ['compileValidator', 'prepareSchema', 'schemaFiles']) {
    add(resolvePackagePath('@caas/config-node', `src/schema/${file}.ts`));
  }
  for (const manifest of listManifests(root)) {
    add(manifest);
    add(path.join(path.dirname(manifest), 'config.d.ts'));
  }
  return hash.digest('hex');
}
