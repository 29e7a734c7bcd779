import { request, Agent } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';

/** More than any answer to what a probe asks; the rest of a longer one is not read. */
const MAX_ANSWER_BYTES = 256 * 1024;

/** What came back. Only `body` of a JSON object is kept: nothing else that a host says is repeated to anybody. */
export type ProbeAnswer = {
  status: number;
  location?: string;
  contentType?: string;
  body?: Record<string, unknown>;
};

type Options = {
  url: string;
  /** PEM; without it the system's authorities are trusted. */
  ca?: string;
  token: string;
  lookup?: LookupFunction;
  /** Ends everything that is under way. */
  signal: AbortSignal;
};

/**
 * Asks a host that nobody has vouched for yet. Over TLS that is checked, to addresses that are allowed, without following
 * a redirect, and without reading more than a probe needs.
 */
export class KubernetesProbe {
  private readonly agent: Agent;

  constructor(private readonly options: Options) {
    const { ca, lookup } = options;
    this.agent = new Agent({
      keepAlive: true,
      maxSockets: 5,
      lookup,
      ...(ca && { ca }),
    });
  }

  /** Throws what Node throws: `explainFailure` says what it means. */
  async ask(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<ProbeAnswer> {
    const { url, token, signal } = this.options;
    const text = body && JSON.stringify(body);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const call = request(
        `${url}${path}`,
        {
          method,
          agent: this.agent,
          signal,
          headers: {
            authorization: `Bearer ${token}`,
            accept: 'application/json',
            ...(text && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            }),
          },
        },
        resolve,
      );
      call.on('error', reject);
      call.end(text);
    });
    const { statusCode = 0, headers } = response;
    const answer: ProbeAnswer = {
      status: statusCode,
      location: headers.location,
      contentType: headers['content-type']?.split(';')[0],
    };
    if (answer.contentType !== 'application/json') {
      response.destroy();
      return answer;
    }
    return { ...answer, body: await readObject(response) };
  }

  close(): void {
    this.agent.destroy();
  }
}

async function readObject(
  response: IncomingMessage,
): Promise<Record<string, unknown> | undefined> {
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) {
    text += chunk;
    if (text.length > MAX_ANSWER_BYTES) return undefined;
  }
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null
      ? (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
