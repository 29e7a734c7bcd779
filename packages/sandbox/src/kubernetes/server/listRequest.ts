import { badRequest } from '../api/ApiError';
import { fieldMatcher } from '../api/fieldSelector';
import type { ResourceKind } from '../api/ResourceKind';
import { labelMatcher, type Matcher } from '../api/labelSelector';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { keyOf } from '../storage/keys';
import type { ObjectStore } from '../storage/ObjectStore';
import type { Target } from './request';

export function matcher(kind: ResourceKind, query: URLSearchParams): Matcher {
  const byLabels = labelMatcher(query.get('labelSelector') ?? '');
  const fields = query.get('fieldSelector');
  const byFields = fields ? fieldMatcher(kind, fields) : () => true;
  return object => byLabels(object) && byFields(object);
}

/** Where the next page begins: after this key, in the state of this version. */
type Position = { version: string; after: string };

/** One page of a list, and what its metadata say of the others. */
export type Page = {
  items: KubernetesObject[];
  metadata: {
    resourceVersion: string;
    continue?: string;
    remainingItemCount?: number;
  };
};

/** A list, or one page of it: `limit` and `continue`. All pages show the state that the first one saw. */
export function listPage(
  store: ObjectStore,
  { kind, namespace }: Target,
  query: URLSearchParams,
): Page {
  const matches = matcher(kind, query);
  const limit = readLimit(query);
  const position = readToken(query.get('continue'));
  const version = position?.version ?? exactVersion(store, query);
  const all = version
    ? store.listAt(kind, namespace, Number(version))
    : store.list(kind, namespace);
  const key = ({ metadata }: KubernetesObject) =>
    keyOf(kind, metadata.namespace, metadata.name);
  const rest = all.filter(
    object => (!position || key(object) > position.after) && matches(object),
  );
  const items = limit ? rest.slice(0, limit) : rest;
  const left = rest.length - items.length;
  const resourceVersion = version ?? store.resourceVersion;
  const selects = query.get('labelSelector') || query.get('fieldSelector');
  return {
    items,
    metadata: {
      resourceVersion,
      ...(left > 0 && {
        continue: writeToken({
          version: resourceVersion,
          after: key(items[items.length - 1]),
        }),
        ...(!selects && { remainingItemCount: left }),
      }),
    },
  };
}

/** The version that the client insists on; any other is served from what is there now. */
function exactVersion(
  store: ObjectStore,
  query: URLSearchParams,
): string | undefined {
  const version = query.get('resourceVersion') ?? '';
  if (!version) return undefined;
  if (!/^\d+$/.test(version)) {
    throw badRequest(
      `invalid resource version: resourceVersion: Invalid value: "${version}": strconv.ParseUint: parsing "${version}": invalid syntax`,
    );
  }
  store.checkNotFuture(Number(version));
  return query.get('resourceVersionMatch') === 'Exact' ? version : undefined;
}

function readLimit(query: URLSearchParams): number {
  const limit = query.get('limit') ?? '';
  if (/^-?\d*$/.test(limit)) return Math.max(0, Number(limit));
  throw badRequest(`strconv.ParseInt: parsing "${limit}": invalid syntax`);
}

function writeToken({ version, after }: Position): string {
  return Buffer.from(JSON.stringify([version, after])).toString('base64url');
}

function readToken(token: string | null): Position | undefined {
  if (!token) return undefined;
  const text = Buffer.from(token, 'base64url').toString();
  const [, version, after] = /^\["(\d+)","([^"]+)"\]$/.exec(text) ?? [];
  if (!version) throw badRequest(`continue key is not valid: ${token}`);
  return { version, after };
}
