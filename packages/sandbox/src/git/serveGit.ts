import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { GitRepository } from './GitRepository';
import { spawnGit } from './git';

/** The part of a path behind `<name>.git` that belongs to git's own protocol. */
export const GIT_SERVICES: readonly string[] = [
  'info/refs',
  'git-upload-pack',
  'git-receive-pack',
];

/** Whether a request of the git protocol pushes. */
export function isPush(service: string, query: URLSearchParams): boolean {
  return (
    service === 'git-receive-pack' ||
    query.get('service') === 'git-receive-pack'
  );
}

/** Hands a request to `git http-backend` (CGI) and streams its answer. */
export function serveGit(options: {
  repository: GitRepository;
  service: string;
  query: URLSearchParams;
  user: string | undefined;
  request: IncomingMessage;
  response: ServerResponse;
}): Promise<void> {
  const { repository, service, query, user, request, response } = options;
  const { headers } = request;
  const child = spawnGit(['http-backend'], {
    GIT_PROJECT_ROOT: repository.folder,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: `/${service}`,
    REQUEST_METHOD: request.method,
    QUERY_STRING: query.toString(),
    REMOTE_ADDR: request.socket.remoteAddress,
    ...(user && { REMOTE_USER: user }),
    ...(headers['content-type'] && { CONTENT_TYPE: headers['content-type'] }),
    ...(headers['content-length'] && {
      CONTENT_LENGTH: headers['content-length'],
    }),
    ...(headers['content-encoding'] && {
      HTTP_CONTENT_ENCODING: headers['content-encoding'],
    }),
    ...(headers['git-protocol'] && {
      GIT_PROTOCOL: String(headers['git-protocol']),
    }),
  });
  const said: Buffer[] = [];
  child.stderr.on('data', chunk => said.push(chunk));
  // Git may end before it has read everything; what it answers is what counts.
  pipeline(request, child.stdin, () => {});
  response.on('close', () => child.kill());

  let head = Buffer.alloc(0);
  const readHead = (chunk: Buffer) => {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    child.stdout.off('data', readHead);
    writeHead(response, head.subarray(0, end).toString('latin1'));
    response.write(head.subarray(end + 4));
    child.stdout.pipe(response, { end: false });
  };
  child.stdout.on('data', readHead);

  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', async () => {
      if (!response.headersSent) {
        reject(
          new Error(`git http-backend did not answer: ${Buffer.concat(said)}`),
        );
        return;
      }
      if (service === 'git-receive-pack') {
        await repository.adoptPushedBranch().catch(reject);
      }
      response.end(resolve);
      resolve();
    });
  });
}

function writeHead(response: ServerResponse, head: string): void {
  let status = 200;
  const headers: Record<string, string> = {};
  for (const line of head.split('\r\n')) {
    const [name, value = ''] = line.split(/:\s*(.*)/s);
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
    else headers[name] = value;
  }
  response.writeHead(status, headers);
}
