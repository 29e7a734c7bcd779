import { ORPCError } from '@orpc/server';
import type { Request } from 'express';

/**
 * Refuses a request that cannot be read as one of ours: its path is no text, or its body is not JSON.
 *
 * @remarks
 * A body of a form is what a page of another site can send without asking; no operation takes one.
 */
export function checkRequest(request: Request): void {
  try {
    decodeURIComponent(request.path);
  } catch {
    throw new ORPCError('InputError', {
      status: 400,
      message:
        'The path of the request cannot be read: a % must begin the code of a character in UTF-8, such as %E5%AF%BF.',
    });
  }
  const type = request.headers['content-type'];
  if (hasBody(request) && !/^application\/json\s*(;|$)/i.test(type ?? '')) {
    throw new ORPCError('UnsupportedMediaTypeError', {
      status: 415,
      message: type
        ? `The content type '${type.slice(0, 100)}' is not understood here: send JSON, with the content type application/json.`
        : 'The request does not say what its body is: send JSON, with the content type application/json.',
    });
  }
}

function hasBody({ method, headers }: Request): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return (
    headers['transfer-encoding'] !== undefined ||
    Number(headers['content-length'] ?? 0) > 0
  );
}
