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
