import { mkdirSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Readable, pipeline } from 'node:stream';
import { json, type Answer } from './answer';
import { answerApi } from './api';
import { authenticate } from './credentials';
import { GiteaError, notFound, unauthorized } from './GiteaError';
import { requireGit } from './git';
import { splitPath } from './names';
import { answerPage } from './pages/answerPage';
import { notFoundPage } from './pages/listPages';
import { textsFor } from './pages/texts';
import { Repositories } from './Repositories';
import { GIT_SERVICES, isPush, serveGit } from './serveGit';

/** A running Git host. */
export type GitHost = { url: string; close(): Promise<void> };

/**
 * Starts a Git host that answers like Gitea: git itself over HTTP, the part of the REST API that Backstage uses, and
 * plain pages. Repositories are bare ones in `directory`.
 *
 * @param options - `port` 0 takes a free one.
 */
export async function startGitHost(options: {
  directory: string;
  port: number;
  now?: () => Date;
}): Promise<GitHost> {
  requireGit();
  mkdirSync(options.directory, { recursive: true });
  const repositories = new Repositories(
    options.directory,
    options.now ?? (() => new Date()),
  );
  let url = '';
  const server = createServer((request, response) => {
    handle({ request, response, repositories, baseUrl: url }).catch(error =>
      fail(request, response, error, url),
    );
  });
  const sockets = new Set<Socket>();
  server.on('connection', socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: async () => {
      const closed = new Promise(resolve => {
        server.close(resolve);
      });
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

type Call = {
  request: IncomingMessage;
  response: ServerResponse;
  repositories: Repositories;
  baseUrl: string;
};

async function handle(call: Call): Promise<void> {
  const { request, response, repositories, baseUrl } = call;
  const [pathname, search = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const query = new URLSearchParams(search);
  const parts = splitPath(pathname);
  const user = authenticate(request.headers.authorization);
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');

  if (parts[0] === 'api' && parts[1] === 'v1') {
    const api = { method, parts: parts.slice(2), query, user, request };
    const answer = await answerApi({ ...api, repositories, baseUrl });
    return send(request, response, answer);
  }
  const service = parts.slice(2).join('/');
  if (GIT_SERVICES.includes(service)) {
    if (isPush(service, query) && !user) throw unauthorized();
    const name = parts[1].replace(/\.git$/, '');
    const repository = repositories.get(parts[0], name, user);
    return serveGit({ repository, service, query, user, request, response });
  }
  if (method !== 'GET') throw notFound();
  const [login, name, ...rest] = parts;
  const answer = await answerPage({
    // A person may paste the address that git clones from.
    parts: name ? [login, name.replace(/\.git$/, ''), ...rest] : parts,
    texts: textsFor(request.headers['accept-language']),
    user,
    repositories,
    baseUrl,
  });
  return send(request, response, answer);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Answer,
): void {
  response.writeHead(status, headers);
  if (request.method === 'HEAD') response.end();
  else if (body instanceof Readable) pipeline(body, response, () => {});
  else response.end(body);
}

function fail(
  request: IncomingMessage,
  response: ServerResponse,
  error: Error,
  baseUrl: string,
): void {
  if (response.headersSent) {
    response.destroy(error);
    return;
  }
  const status = error instanceof GiteaError ? error.status : 500;
  const wantsPage =
    status === 404 && /text\/html/.test(request.headers.accept ?? '');
  const answer = wantsPage
    ? notFoundPage(textsFor(request.headers['accept-language']))
    : json(status, { message: error.message, url: `${baseUrl}/api/swagger` });
  if (status === 401) {
    answer.headers['www-authenticate'] = 'Basic realm="Gitea"';
  }
  // A body that nobody reads would keep the connection from being used again.
  request.resume();
  send(request, response, answer);
}
