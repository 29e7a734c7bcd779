import { withChinese } from '@caas/contract';
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
    throw refusal(
      'InputError',
      400,
      'The path of the request cannot be read: a % must begin the code of a character in UTF-8, such as %E5%AF%BF.',
      '无法读取请求路径：“%”之后必须是字符的 UTF-8 编码，例如 %E5%AF%BF。',
    );
  }
  const type = request.headers['content-type'];
  if (hasBody(request) && !/^application\/json\s*(;|$)/i.test(type ?? '')) {
    throw refusal(
      'UnsupportedMediaTypeError',
      415,
      ...wrongType(type?.slice(0, 100)),
    );
  }
}

function wrongType(type: string | undefined): [string, string] {
  return type
    ? [
        `The content type '${type}' is not understood here: send JSON, with the content type application/json.`,
        `不支持内容类型“${type}”：请发送 JSON，内容类型为 application/json。`,
      ]
    : [
        'The request does not say what its body is: send JSON, with the content type application/json.',
        '请求没有说明内容类型：请发送 JSON，内容类型为 application/json。',
      ];
}

function refusal(
  name: string,
  status: number,
  message: string,
  chinese: string,
) {
  return withChinese(new ORPCError(name, { status, message }), chinese);
}

function hasBody({ method, headers }: Request): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return (
    headers['transfer-encoding'] !== undefined ||
    Number(headers['content-length'] ?? 0) > 0
  );
}
