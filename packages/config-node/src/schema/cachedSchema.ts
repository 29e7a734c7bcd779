import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import {
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { collectSchema } from './collectSchema';
import type { SerializedSchema } from './readSchema';
import { listManifests, repositoryRoot } from './workspaces';

type CacheOptions = {
  root?: string;
  collect?: (root: string) => Promise<SerializedSchema>;
};

/** The schema of the repository, collected anew only when a dependency or a schema of ours has changed. */
export async function cachedSchema({
  root = repositoryRoot(),
  collect = collectSchema,
}: CacheOptions = {}): Promise<SerializedSchema> {
  const folder = path.join(root, 'node_modules/.cache/caas-config-schema');
  const file = path.join(folder, `${schemaKey(root)}.json`);
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8'));
  const schema = await collect(root);
  await mkdir(folder, { recursive: true });
  // Two starts at once each write a whole file; the later one wins, with the same contents.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(schema));
  await rename(draft, file);
  await removeOthers(folder, file);
  return schema;
}

/** What was true before a change is never asked for again. */
async function removeOthers(folder: string, file: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith('.json') && name !== path.basename(file)) {
      await rm(path.join(folder, name), { force: true });
    }
  }
}

/** Changes with the installed dependencies, and with each package.json and schema of ours. */
function schemaKey(root: string): string {
  const hash = createHash('sha256');
  const add = (file: string) => {
    if (existsSync(file)) hash.update(file).update(readFileSync(file));
  };
  add(path.join(root, 'yarn.lock'));
  for (const manifest of listManifests(root)) {
    add(manifest);
    add(path.join(path.dirname(manifest), 'config.d.ts'));
  }
  return hash.digest('hex');
}
