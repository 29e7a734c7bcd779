import { readFileSync, statSync } from 'node:fs';

/**
 * Reads a file when it has changed since, and answers what it was made into otherwise. Tokens of pods rotate by a link that
 * is moved to another file, hence the inode.
 */
export function readFresh<T>(file: string, make: (text: string) => T): () => T {
  let seen: { version: string; made: T } | undefined;
  return () => {
    const { mtimeMs, size, ino } = statSync(file);
    const version = `${mtimeMs}/${size}/${ino}`;
    if (seen?.version !== version) {
      seen = { version, made: make(readFileSync(file, 'utf8')) };
    }
    return seen.made;
  };
}

/** The text of a file without the line break at its end. */
export const readTextFresh = (file: string) =>
  readFresh(file, text => text.trim());
