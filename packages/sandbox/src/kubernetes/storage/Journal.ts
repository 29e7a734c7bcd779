import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import type { KubernetesObject } from './KubernetesObject';

/** One change; without an object it is a removal. */
export type JournalEntry = {
  version: number;
  key: string;
  object?: KubernetesObject;
};

/** Where an object store keeps its changes. */
export interface Journal {
  read(): JournalEntry[];
  append(entry: JournalEntry): void;
  /** Replaces everything by these entries, atomically. */
  compact(entries: JournalEntry[]): void;
}

/** Forgets: for tests that need no restart. */
export class MemoryJournal implements Journal {
  read(): JournalEntry[] {
    return [];
  }

  append(): void {}

  compact(): void {}
}

/** A file with one JSON line for each change. A line that a crash cut off is ignored: it was never answered. */
export class FileJournal implements Journal {
  constructor(private readonly file: string) {}

  read(): JournalEntry[] {
    if (!existsSync(this.file)) return [];
    const lines = readFileSync(this.file, 'utf8').split('\n');
    const entries: JournalEntry[] = [];
    for (const [index, line] of lines.entries()) {
      if (!line) continue;
      try {
        entries.push(JSON.parse(line));
      } catch (error) {
        if (index < lines.length - 1) {
          throw new Error(
            `${this.file}:${index + 1} is not JSON. Run \`./portal reset\` to start with an empty sandbox. (${error})`,
          );
        }
      }
    }
    return entries;
  }

  append(entry: JournalEntry): void {
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
  }

  compact(entries: JournalEntry[]): void {
    const next = `${this.file}.next`;
    writeFileSync(
      next,
      entries.map(entry => `${JSON.stringify(entry)}\n`).join(''),
    );
    renameSync(next, this.file);
  }
}
