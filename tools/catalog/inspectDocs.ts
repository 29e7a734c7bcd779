// The documentation that entities point to, held against what TechDocs needs to render it.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import type { Placed } from './readCatalog';

const ANNOTATION = 'backstage.io/techdocs-ref';

type Mkdocs = {
  site_name?: unknown;
  docs_dir?: string;
  nav?: unknown;
  plugins?: unknown[];
  theme?: { font?: unknown };
};

/** Folders of documentation that are missing or incomplete, and pages that their menus or links promise in vain. */
export function brokenDocumentation(placed: Placed[]): string[] {
  return placed.flatMap(item => {
    const reference = referenceOf(item);
    if (reference === undefined) return [];
    if (!/^dir:\.\//.test(reference)) {
      // The backend looks below the folder of the entity's file and nowhere else.
      return [
        `${item.file}: ${ANNOTATION} '${reference}' of ${item.entity.metadata.name} has to begin with 'dir:./'`,
      ];
    }
    return findingsOf(folderOf(item.file, reference));
  });
}

/** Folders with documentation that no entity points to: nobody would ever read it. */
export function documentationLeftOut(
  folder: string,
  placed: Placed[],
): string[] {
  const named = new Set(
    placed.flatMap(item => {
      const reference = referenceOf(item);
      return reference ? [folderOf(item.file, reference)] : [];
    }),
  );
  return readdirSync(folder)
    .map(name => path.join(folder, name))
    .filter(name => !named.has(name))
    .map(name => `${name} belongs to no entity`);
}

function referenceOf({ entity }: Placed): string | undefined {
  return entity.metadata?.annotations?.[ANNOTATION];
}

function folderOf(file: string, reference: string): string {
  return path.join(path.dirname(file), reference.replace(/^dir:/, ''));
}

function findingsOf(folder: string): string[] {
  const file = path.join(folder, 'mkdocs.yml');
  if (!existsSync(file)) return [`${file} is missing`];
  const document = parseDocument(readFileSync(file, 'utf8'));
  const [error] = document.errors;
  if (error) return [`${file}: ${error.message}`];
  const mkdocs = (document.toJS() ?? {}) as Mkdocs;
  const pages = path.join(folder, mkdocs.docs_dir ?? 'docs');
  const menu = pagesOf(mkdocs.nav ?? []);
  return [
    ...(mkdocs.site_name ? [] : [`${file}: site_name is missing`]),
    ...(mkdocs.plugins?.includes('techdocs-core')
      ? []
      : [`${file}: plugins does not name techdocs-core`]),
    // Otherwise the page asks a host on the internet for its fonts when it is built outside the portal.
    ...(mkdocs.theme?.font === false
      ? []
      : [`${file}: theme.font is not false`]),
    ...['index.md', ...menu]
      .filter(page => !existsSync(path.join(pages, page)))
      .map(page => `${file}: ${path.join(pages, page)} is missing`),
    ...(menu.length ? pagesWithout(menu, pages) : []),
    ...brokenLinks(pages),
  ];
}

/** The pages of a menu: entries are a page, or a title with a page or with entries of its own. */
function pagesOf(nav: unknown): string[] {
  if (typeof nav === 'string') return /^\w+:/.test(nav) ? [] : [nav];
  if (Array.isArray(nav)) return nav.flatMap(pagesOf);
  return Object.values((nav ?? {}) as object).flatMap(pagesOf);
}

function markdownIn(pages: string): string[] {
  if (!existsSync(pages)) return [];
  return readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.md'),
  );
}

function pagesWithout(menu: string[], pages: string): string[] {
  return markdownIn(pages)
    .filter(page => !menu.includes(page))
    .map(page => `${path.join(pages, page)} stands in no menu`);
}

function brokenLinks(pages: string): string[] {
  return markdownIn(pages).flatMap(page => {
    const text = readFileSync(path.join(pages, page), 'utf8');
    return [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)]
      .map(([, target]) => target)
      .filter(
        target => !existsSync(path.join(pages, path.dirname(page), target)),
      )
      .map(
        target =>
          `${path.join(pages, page)}: the link '${target}' leads nowhere`,
      );
  });
}
