import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { StrictSchema } from './StrictSchema';
import type { PreparedSchema } from './prepareSchema';

const PACKAGES = 'packages.json';
const VALIDATOR = 'validate.js';

/** Puts a schema into a folder that is there. */
export async function writeSchema(
  folder: string,
  { packages, validator }: PreparedSchema,
): Promise<void> {
  await writeFile(path.join(folder, PACKAGES), JSON.stringify(packages));
  await writeFile(path.join(folder, VALIDATOR), validator);
}

/** Reads what `writeSchema` put there. */
export async function loadSchema(folder: string): Promise<StrictSchema> {
  const load = createRequire(path.join(folder, VALIDATOR));
  return {
    packages: JSON.parse(await readFile(path.join(folder, PACKAGES), 'utf8')),
    validate: load(`./${VALIDATOR}`),
  };
}
