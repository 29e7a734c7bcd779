import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer';
import { json } from './answer';
import type { ApiCall } from './ApiCall';
import { PORTAL_USER } from './credentials';
import {
  GiteaError,
  notFound,
  unauthorized,
  unprocessable,
} from './GiteaError';
import { presentOwner, presentRepository } from './present';
import { answerRepository } from './repositoryApi';
import { pageOf } from './pageOf';

/** The version of Gitea whose answers are imitated. */
const VERSION = '1.24.6';
const MAX_BODY_BYTES = 1024 * 1024;

/** Answers a call of `/api/v1`. */
export async function answerApi(call: ApiCall): Promise<Answer> {
  const { method, parts, user, repositories, baseUrl } = call;
  if (method !== 'GET' && !user) throw unauthorized();
  const [kind, login, rest] = parts;
  if (kind === 'repos' && rest) return answerRepository(call);

  switch (`${method} ${shapeOf(parts)}`) {
    case 'GET version':
      return json(200, { version: VERSION });
    case 'GET user':
      if (!user) throw unauthorized();
      return json(200, presentOwner(repositories.owner(user), baseUrl));
    case 'GET users/*':
      return json(200, presentOwner(repositories.owner(login), baseUrl));
    case 'GET orgs':
      return json(
        200,
        repositories.owners
          .filter(owner => owner.login !== PORTAL_USER)
          .map(owner => presentOwner(owner, baseUrl)),
      );
    case 'GET orgs/*':
      return json(200, presentOwner(repositories.organization(login), baseUrl));
    case 'GET user/repos':
      if (!user) throw unauthorized();
      return list(call, user);
    case 'GET users/*/repos':
      return list(call, login);
    case 'GET orgs/*/repos':
      return list(call, repositories.organization(login).login);
    case 'POST user/repos':
      return create(call, PORTAL_USER);
    case 'POST orgs/*/repos':
      return create(call, repositories.organization(login).login);
    default:
      throw notFound();
  }
}

function shapeOf([kind, ...rest]: readonly string[]): string {
  const named = kind === 'users' || kind === 'orgs';
  const shape = rest.map((part, index) => (named && index === 0 ? '*' : part));
  return [kind, ...shape].join('/');
}

async function list(call: ApiCall, login: string): Promise<Answer> {
  const { repositories, query, user, baseUrl } = call;
  const all = repositories.list(repositories.owner(login), user);
  const { limit, skip } = pageOf(query);
  return json(
    200,
    await Promise.all(
      all
        .slice(skip, skip + limit)
        .map(repository => presentRepository(repository, baseUrl, user)),
    ),
    { 'x-total-count': String(all.length) },
  );
}

async function create(call: ApiCall, login: string): Promise<Answer> {
  const { repositories, request, user, baseUrl } = call;
  const owner = repositories.owner(login);
  const body = await readJson(request);
  if (body.auto_init) {
    throw unprocessable(
      '[AutoInit]: the sandbox makes empty repositories only. Push the first commit with git.',
    );
  }
  const repository = await repositories.create(owner, body);
  return json(201, await presentRepository(repository, baseUrl, user));
}

async function readJson(
  request: IncomingMessage,
): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      throw new GiteaError(
        413,
        `The body is larger than ${MAX_BODY_BYTES} bytes.`,
      );
    }
    chunks.push(chunk);
  }
  let body: unknown;
  try {
    body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw unprocessable(`The body is not JSON: ${(error as Error).message}`);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw unprocessable('The body is not a JSON object.');
  }
  return body as Record<string, unknown>;
}
