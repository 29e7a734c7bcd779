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

/** Names for errors that oRPC itself raises before or around a handler. */
const ORPC_NAMES: Record<string, string> = {
  BAD_REQUEST: 'InputError',
  PAYLOAD_TOO_LARGE: 'PayloadTooLargeError',
  NOT_FOUND: 'NotFoundError',
  METHOD_NOT_SUPPORTED: 'NotFoundError',
};

type Issue = ValidationError['issues'][number];

/** `sizes.cpu: Write a number of cores`, one sentence for each field. */
export function describeIssues(issues: readonly Issue[]): string {
  return issues
    .map(issue => {
      const path = (issue.path ?? [])
        .map(part => String(typeof part === 'object' ? part.key : part))
        .join('.');
      return `${path || 'body'}: ${issue.message}`;
    })
    .join('; ');
}

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
    : internalError('Internal error', error);
}

/**
 * What leaves the server for an error that came up outside of the operation: then the request could not be read.
 */
export function toRequestError(error: unknown): ORPCError<string, unknown> {
  if (error instanceof ORPCError) return translateOrpcError(error);
  return new ORPCError('InputError', {
    status: 400,
    message:
      'The body of the request cannot be read: send JSON, with the content type application/json.',
    cause: error,
  });
}

/** True for errors whose cause the log must keep, because the caller is told nothing. */
export function isUnexpected(error: ORPCError<string, unknown>): boolean {
  return error.status === 500;
}

function translateOrpcError(error: ORPCError<string, unknown>) {
  if (error.cause instanceof ValidationError) {
    if (error.code !== 'BAD_REQUEST') {
      return internalError('The server produced an invalid answer', error);
    }
    return new ORPCError('InputError', {
      status: 400,
      message: describeIssues(error.cause.issues),
      cause: error,
    });
  }
  const name = ORPC_NAMES[error.code];
  return name
    ? new ORPCError(name, {
        status: error.status,
        message: error.message,
        cause: error,
      })
    : error;
}

function internalError(message: string, cause: unknown) {
  return new ORPCError('Error', { status: 500, message, cause });
}
