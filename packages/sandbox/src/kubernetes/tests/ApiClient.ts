import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { Watch } from './Watch';

/** An answer of the API; `any` because each test names the fields that it expects. */
export type Answer = { status: number; type: string; text: string; body: any };

export type CallOptions = {
  /** Content type; JSON unless told. */
  type?: string;
  /** What the client takes; nothing is said unless told. */
  accept?: string;
  /** Bearer token; the client's own unless told, none when empty. */
  token?: string;
};

/** How a cluster is reached, and as whom. */
export type Connection = {
  url: string;
  ca: string;
  token?: string;
  /** A certificate that says who calls, where there is no token. */
  clientCertificate?: { cert: string; key: string };
};

/** The content type of each kind of patch. */
export const PATCH = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  apply: 'application/apply-patch+yaml',
} as const;

/** The bare API of a cluster: no client library stands between a test and what the server says. */
export class ApiClient {
  constructor(private readonly connection: () => Connection) {}

  async send(
    method: string,
    where: string,
    body?: unknown,
    options: CallOptions = {},
  ): Promise<Answer> {
    const isReady = typeof body === 'string' || Buffer.isBuffer(body);
    const sent = isReady ? body : JSON.stringify(body);
    const response = await this.open(method, where, sent, options);
    response.setEncoding('utf8');
    let answer = '';
    for await (const chunk of response) answer += chunk;
    const type = response.headers['content-type'] ?? '';
    return {
      status: response.statusCode ?? 0,
      type,
      text: answer,
      body: type.includes('json') ? JSON.parse(answer) : undefined,
    };
  }

  get(where: string, options?: CallOptions): Promise<Answer> {
    return this.send('GET', where, undefined, options);
  }

  post(where: string, body: unknown): Promise<Answer> {
    return this.send('POST', where, body);
  }

  put(where: string, body: unknown): Promise<Answer> {
    return this.send('PUT', where, body);
  }

  patch(
    where: string,
    type: keyof typeof PATCH,
    body: unknown,
  ): Promise<Answer> {
    return this.send('PATCH', where, body, { type: PATCH[type] });
  }

  delete(where: string, options?: unknown): Promise<Answer> {
    return this.send('DELETE', where, options);
  }

  /** Server-side apply. */
  apply(
    where: string,
    body: unknown,
    { manager, force = false }: { manager: string; force?: boolean },
  ): Promise<Answer> {
    return this.patch(
      `${where}?fieldManager=${manager}&force=${force}`,
      'apply',
      body,
    );
  }

  async watch(where: string): Promise<Watch> {
    return new Watch(await this.open('GET', where));
  }

  /** The text of an answer, as it comes. */
  async stream(where: string): Promise<IncomingMessage> {
    return (await this.open('GET', where)).setEncoding('utf8');
  }

  private open(
    method: string,
    where: string,
    text?: string | Buffer,
    { type = 'application/json', accept, token }: CallOptions = {},
  ): Promise<IncomingMessage> {
    const { url, ca, token: own, clientCertificate } = this.connection();
    const bearer = token ?? own;
    return new Promise((resolve, reject) => {
      const call = request(
        `${url}${where}`,
        {
          method,
          ca,
          agent: false,
          ...(token === undefined && clientCertificate),
          headers: {
            ...(bearer && { authorization: `Bearer ${bearer}` }),
            ...(accept && { accept }),
            ...(text !== undefined && {
              'content-type': type,
              'content-length': Buffer.byteLength(text),
            }),
          },
        },
        resolve,
      );
      call.on('error', reject);
      call.end(text);
    });
  }
}
