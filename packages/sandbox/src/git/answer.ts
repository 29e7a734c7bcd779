import type { Readable } from 'node:stream';

/** An answer that is not git's own protocol. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer | Readable;
};

export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

/** The bytes of a file, never as something that a browser runs. */
export function raw(content: Buffer): Answer {
  const isText = !content.subarray(0, 8000).includes(0);
  return {
    status: 200,
    headers: {
      'content-type': isText
        ? 'text/plain; charset=utf-8'
        : 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
    body: content,
  };
}

export function redirect(location: string): Answer {
  return { status: 302, headers: { location }, body: '' };
}
