import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The Go module that pins what is built. */
export const MODULE = path.join(import.meta.dirname, 'module');

const goMod = readFileSync(path.join(MODULE, 'go.mod'), 'utf8');

/** The version of Kubernetes that is built, such as `v1.34.4`. */
export const VERSION = /k8s\.io\/kubernetes (v[\d.]+)/.exec(goMod)[1];

const CACHE = path.join(
  process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'),
  'caas-portal',
);

/** Where the binaries of these versions are kept, outside of the working tree. */
export const CACHE_FOLDER = path.join(
  CACHE,
  `kube-apiserver-${VERSION}-${createHash('sha256').update(goMod).digest('hex').slice(0, 8)}`,
);
