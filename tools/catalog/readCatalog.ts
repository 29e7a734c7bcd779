import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';

/** An entity, and the file that holds it. */
export type Placed = { file: string; entity: Entity };

/** What the catalog makes of a file and of everything that its locations name. */
export type Catalog = {
  placed: Placed[];
  files: Set<string>;
  /** Files that are missing, no YAML, or named twice. */
  findings: string[];
};

/** Reads a file as the catalog does, with the files that its locations name. */
export function readCatalog(first: string): Catalog {
  const catalog: Catalog = { placed: [], files: new Set(), findings: [] };
  read(path.normalize(first), catalog);
  return catalog;
}

function read(file: string, catalog: Catalog): void {
  if (catalog.files.has(file)) {
    catalog.findings.push(`${file} is named by a location a second time`);
    return;
  }
  catalog.files.add(file);
  if (!existsSync(file)) {
    catalog.findings.push(`${file} is named by a location, but there is none`);
    return;
  }
  for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
    catalog.findings.push(
      ...document.errors.map(error => `${file}: ${error.message}`),
    );
    if (document.errors.length) continue;
    const entity = document.toJS() as Entity;
    catalog.placed.push({ file, entity });
    for (const target of targetsOf(entity)) {
      read(path.join(path.dirname(file), target), catalog);
    }
  }
}

function targetsOf(entity: Entity): string[] {
  if (entity?.kind !== 'Location') return [];
  const { target, targets } = (entity.spec ?? {}) as {
    target?: string;
    targets?: string[];
  };
  return [target, ...(targets ?? [])].filter(
    (name): name is string => typeof name === 'string',
  );
}

/** Entity files in these folders that no location names: the portal would never show them. Those of mkdocs are none. */
export function filesLeftOut(folders: string[], { files }: Catalog): string[] {
  return folders
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name =>
        path.join(folder, name),
      ),
    )
    .filter(
      file =>
        /\.ya?ml$/.test(file) &&
        path.basename(file) !== 'mkdocs.yml' &&
        !files.has(file),
    )
    .map(file => `${file} is named by no location`);
}
