import { describeIssues, withChinese } from '@caas/contract';
import { ORPCError, ValidationError } from '@orpc/server';

/** Error names of `@backstage/errors`, and the status that each travels with. */
const STATUS: Record<string, number> = {
  NotModifiedError: 304,
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  NotImplementedError: 501,
  ServiceUnavailableError: 503,
};

/** Names for errors that oRPC itself raises before or around a handler, and what they say in Chinese. */
const OF_ORPC: Record<string, { name: string; chinese: string }> = {
  BAD_REQUEST: { name: 'InputError', chinese: '请求无效。' },
  PAYLOAD_TOO_LARGE: {
    name: 'PayloadTooLargeError',
    chinese: '请求内容过大。',
  },
  NOT_FOUND: { name: 'NotFoundError', chinese: '没有这样的操作。' },
  METHOD_NOT_SUPPORTED: { name: 'NotFoundError', chinese: '没有这样的操作。' },
};

/**
 * What leaves the server for an error: the name, sentence and status of `@backstage/errors`.
 *
 * @remarks
 * An error that is not one of those is a defect or an outage; its text may hold anything, so the caller gets
 * "Internal error" and the log gets the rest.
 */
export function toWireError(error: unknown): ORPCError<string, unknown> {
  if (error instanceof ORPCError) return translateOrpcError(error);
  const { name, message } = (error ?? {}) as Error;
  const status = STATUS[name];
  return status
    ? new ORPCError(name, { status, message, cause: error })
    : internalError('Internal error', '内部错误', error);
}

/**
 * What leaves the server for an error that came up outside of the operation: then the request could not be read.
 */
export function toRequestError(error: unknown): ORPCError<string, unknown> {
  if (error instanceof ORPCError) return translateOrpcError(error);
  return withChinese(
    new ORPCError('InputError', {
      status: 400,
      message:
        'The body of the request cannot be read: send JSON, with the content type application/json.',
      cause: error,
    }),
    '无法读取请求内容：请发送 JSON，内容类型为 application/json。',
  );
}

/** True for errors whose cause the log must keep, because the caller is told nothing. */
export function isUnexpected(error: ORPCError<string, unknown>): boolean {
  return error.status === 500;
}

function translateOrpcError(error: ORPCError<string, unknown>) {
  if (error.cause instanceof ValidationError) {
    if (error.code !== 'BAD_REQUEST') {
      return internalError(
        'The server produced an invalid answer',
        '服务器返回的结果无效',
        error,
      );
    }
    const said = describeIssues(error.cause.issues);
    return withChinese(
      new ORPCError('InputError', {
        status: 400,
        message: said.en,
        cause: error,
      }),
      said['zh-CN'],
    );
  }
  const own = OF_ORPC[error.code];
  if (!own) return error;
  const { status, message } = error;
  return withChinese(
    new ORPCError(own.name, { status, message, cause: error }),
    own.chinese,
  );
}

function internalError(message: string, chinese: string, cause: unknown) {
  return withChinese(
    new ORPCError('Error', { status: 500, message, cause }),
    chinese,
  );
}
