import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** English messages by their keys. */
type Messages = Record<string, string>;

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  backstage?: { role?: string };
}

const APP = path.resolve(__dirname, '../../..');
const ROLES_IN_BROWSERS = [
  'frontend-plugin',
  'frontend-plugin-module',
  'web-library',
];

/**
 * The messages of every translation ref that the stock packages of this app export, by the id of the ref.
 *
 * @remarks
 * Read from the type declarations of the packages, where each ref stands with all its keys and texts: loading the
 * packages themselves would take the test a minute. What counts is what is installed, not what our translations import,
 * so a plugin that is added without Chinese is found.
 */
export function readStockMessages(): Map<string, Messages> {
  const found = new Map<string, Messages>();
  for (const folder of stockPackages()) {
    const dist = path.join(folder, 'dist');
    const declarations = existsSync(dist)
      ? readdirSync(dist).filter(name => name.endsWith('.d.ts'))
      : [];
    for (const name of declarations) {
      const text = readFileSync(path.join(dist, name), 'utf8');
      for (const [, id, body] of text.matchAll(
        /TranslationRef<"([^"]+)", \{([^]*?)\n\s*\}>/g,
      )) {
        found.set(id, readMessages(body));
      }
    }
  }
  return found;
}

function readMessages(body: string): Messages {
  const entries = body.matchAll(
    /readonly "?([\w.-]+)"?: ("(?:[^"\\]|\\.)*");/g,
  );
  return Object.fromEntries(
    [...entries].map(([, key, text]) => [key, JSON.parse(text)]),
  );
}

/** Folders of the frontend packages that the app depends on, directly or through others, without our own. */
function stockPackages(): string[] {
  const seen = new Map<string, boolean>();
  const open = [APP];
  for (let folder = open.pop(); folder; folder = open.pop()) {
    if (seen.has(folder)) continue;
    const manifest: Manifest = JSON.parse(
      readFileSync(path.join(folder, 'package.json'), 'utf8'),
    );
    const role = manifest.backstage?.role ?? '';
    const isOurs = folder === APP || manifest.name.startsWith('@caas/');
    const isStock = !isOurs && ROLES_IN_BROWSERS.includes(role);
    seen.set(folder, isStock);
    if (!isOurs && !isStock) continue;
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      const dependency = installedAt(name, folder);
      if (dependency) open.push(dependency);
    }
  }
  return [...seen].filter(([, isStock]) => isStock).map(([folder]) => folder);
}

/** As Node looks packages up, but for the manifest, which `exports` of a package may hide. */
function installedAt(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(candidate, 'package.json'))) return candidate;
    if (folder === path.dirname(folder)) return undefined;
  }
}
