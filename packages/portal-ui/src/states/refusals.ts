type Answer = { name?: unknown; status?: unknown; statusCode?: unknown };

/**
 * Whether an error says that the person may not do this, whoever threw it: Backstage's `NotAllowedError`, or an
 * answer of a server with status 403.
 *
 * @public
 */
export function isDenied(error: unknown): boolean {
  return says(error, 'NotAllowedError', 403);
}

/**
 * Whether an error says that there is no such thing, for all that the person may see: Backstage's `NotFoundError`, or an
 * answer of a server with status 404.
 *
 * @public
 */
export function isNotFound(error: unknown): boolean {
  return says(error, 'NotFoundError', 404);
}

function says(error: unknown, errorName: string, code: number): boolean {
  const { name, status, statusCode } = (error ?? {}) as Answer;
  return name === errorName || status === code || statusCode === code;
}
