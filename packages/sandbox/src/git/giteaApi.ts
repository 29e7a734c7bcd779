import { GitHostError } from './GitHostError';
import type { GitStore } from './GitStore';

/** A call of the REST surface. */
export type ApiCall = {
  method: string;
  /** Below `/api/v1`. */
  pathname: string;
  query: URLSearchParams;
  body: { name?: unknown; description?: unknown } | undefined;
  isSignedIn: boolean;
  baseUrl: string;
};

/** An answer: JSON, or bytes. */
export type ApiAnswer = {
  status: number;
  body?: unknown;
  bytes?: Buffer;
  type?: string;
};

type Handler = (
  call: ApiCall,
  store: GitStore,
  parts: string[],
) => Promise<ApiAnswer>;

const CREATED = 201;
const ok = (body: unknown): ApiAnswer => ({ status: 200, body });

/** The part of Gitea's API v1 that Backstage uses: method, path, and whether it needs a sign-in. */
const ROUTES: [string, RegExp, 'open' | 'signed-in', Handler][] = [
  [
    'GET',
    /^\/version$/,
    'open',
    async () => ok({ version: '1.24.0+caas-sandbox' }),
  ],
  [
    'GET',
    /^\/user$/,
    'signed-in',
    async () => ok({ login: 'portal', full_name: 'CaaS Portal' }),
  ],
  [
    'GET',
    /^\/orgs\/([^/]+)$/,
    'open',
    async (_call, store, [owner]) => {
      if (!store.owners.includes(owner))
        throw new GitHostError(404, `There is no organization '${owner}'.`);
      return ok({ username: owner, name: owner });
    },
  ],
  [
    'POST',
    /^\/orgs\/([^/]+)\/repos$/,
    'signed-in',
    async ({ body, baseUrl }, store, [owner]) => {
      const name = String(body?.name ?? '');
      await store.create(owner, name);
      return { status: CREATED, body: describe(baseUrl, owner, name) };
    },
  ],
  [
    'GET',
    /^\/repos\/([^/]+)\/([^/]+)$/,
    'open',
    async ({ baseUrl }, store, [owner, name]) => {
      if (!store.has(owner, name))
        throw new GitHostError(
          404,
          `There is no repository '${owner}/${name}'.`,
        );
      return ok(describe(baseUrl, owner, name));
    },
  ],
  [
    'DELETE',
    /^\/repos\/([^/]+)\/([^/]+)$/,
    'signed-in',
    async (_call, store, [owner, name]) => {
      await store.delete(owner, name);
      return { status: 204 };
    },
  ],
  [
    'GET',
    /^\/repos\/([^/]+)\/([^/]+)\/contents\/(.+)$/,
    'open',
    async ({ query }, store, [owner, name, file]) => {
      const content = await store.readFile(
        owner,
        name,
        query.get('ref') ?? 'main',
        file,
      );
      return ok({
        type: 'file',
        path: file,
        encoding: 'base64',
        content: content.toString('base64'),
      });
    },
  ],
  [
    'GET',
    /^\/repos\/([^/]+)\/([^/]+)\/git\/commits\/(.+)$/,
    'open',
    async (_call, store, [owner, name, ref]) =>
      ok({ sha: await store.resolve(owner, name, ref) }),
  ],
  [
    'GET',
    /^\/repos\/([^/]+)\/([^/]+)\/archive\/(.+)\.tar\.gz$/,
    'open',
    async (_call, store, [owner, name, ref]) => ({
      status: 200,
      bytes: await store.archive(owner, name, ref),
      type: 'application/gzip',
    }),
  ],
];

/** Answers a call of the REST surface; throws a `GitHostError` for what cannot be answered. */
export async function answerApi(
  call: ApiCall,
  store: GitStore,
): Promise<ApiAnswer> {
  for (const [method, pattern, access, handle] of ROUTES) {
    const match = method === call.method && pattern.exec(call.pathname);
    if (!match) continue;
    if (access === 'signed-in' && !call.isSignedIn) {
      throw new GitHostError(
        401,
        'This needs a sign-in: the user name or the token is wrong or missing.',
      );
    }
    return handle(call, store, match.slice(1).map(decodeURIComponent));
  }
  throw new GitHostError(
    404,
    `The sandbox's Git host has no '${call.method} ${call.pathname}'.`,
  );
}

function describe(baseUrl: string, owner: string, name: string) {
  const address = `${baseUrl}/${owner}/${name}`;
  return {
    name,
    full_name: `${owner}/${name}`,
    owner: { login: owner },
    private: false,
    default_branch: 'main',
    html_url: address,
    clone_url: `${address}.git`,
  };
}
