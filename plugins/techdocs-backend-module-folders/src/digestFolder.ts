import { createHash } from 'node:crypto';
import { readFile, readdir, readlink } from 'node:fs/promises';
import path from 'node:path';

/** A digest of the names and contents of everything in a folder; links count as what they say, not what they lead to. */
export async function digestFolder(folder: string): Promise<string> {
  const digest = createHash('sha256');
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const named = entries
    .filter(entry => !entry.isDirectory())
    .map(entry => ({ entry, file: path.join(entry.parentPath, entry.name) }))
    .sort((one, other) => (one.file < other.file ? -1 : 1));
  for (const { entry, file } of named) {
    const content = entry.isSymbolicLink()
      ? Buffer.from(await readlink(file))
      : await readFile(file);
    // The lengths keep two files apart that together read like one.
    digest.update(`${path.relative(folder, file)}\0${content.length}\0`);
    digest.update(content);
  }
  return digest.digest('hex');
}
