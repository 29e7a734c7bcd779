/**
 * What a screen knows about something that it loads. A screen is an early return for each status.
 *
 * @public
 */
export type Loadable<T> =
  | { status: 'loading' }
  | { status: 'error'; error: Error; retry(): void }
  | { status: 'denied'; error: Error }
  | {
      status: 'data';
      data: T;
      retry(): void;
      /** Newer data is on its way. */
      isRefreshing: boolean;
      /** The last refresh failed: `data` may be out of date. */
      refreshError?: Error;
    };

/**
 * Whether an error says that the person may not do this, whoever threw it: Backstage's `NotAllowedError`, or an
 * answer of a server with status 403.
 *
 * @public
 */
export function isDenied(error: unknown): boolean {
  const { name, status, statusCode } = (error ?? {}) as {
    name?: unknown;
    status?: unknown;
    statusCode?: unknown;
  };
  return name === 'NotAllowedError' || status === 403 || statusCode === 403;
}
