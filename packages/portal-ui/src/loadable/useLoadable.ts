import { toError } from '@backstage/errors';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { isDenied } from '../states';
import type { Loadable } from './Loadable';

/** @public */
export type LoadableOptions = {
  /** Loads again so many seconds after each answer; undefined does not poll. */
  pollSeconds?: number;
  /** Loads again when this value changes, such as the last signal; what is shown stays meanwhile. */
  reloadOn?: unknown;
  /** Shows the old data while data for new `dependencies` loads, as the pages of a table do. */
  keepData?: boolean;
};

type State<T> = {
  isLoading: boolean;
  /** How many answers have come, good or bad. */
  answers: number;
  data?: { value: T };
  error?: Error;
};

type Action<T> =
  | { type: 'start'; keepData: boolean }
  | { type: 'loaded'; value: T }
  | { type: 'failed'; error: Error };

function reduce<T>(state: State<T>, action: Action<T>): State<T> {
  switch (action.type) {
    case 'start':
      return action.keepData
        ? { ...state, isLoading: true }
        : { isLoading: true, answers: state.answers };
    case 'loaded':
      return {
        isLoading: false,
        answers: state.answers + 1,
        data: { value: action.value },
      };
    default:
      return {
        ...state,
        isLoading: false,
        answers: state.answers + 1,
        error: action.error,
      };
  }
}

/**
 * Loads something and says how far it is, as a union that a screen can return early on.
 *
 * @remarks
 * `dependencies` are what `load` reads: when they change, what was loaded for the old ones is dropped (unless
 * `keepData`). Refreshes, by `retry`, `reloadOn` or `pollSeconds`, keep the data on the screen; when one fails the data
 * stays, with `refreshError`. An answer that arrives after a newer question is thrown away.
 *
 * @public
 */
export function useLoadable<T>(
  load: () => Promise<T>,
  dependencies: unknown[],
  options: LoadableOptions = {},
): Loadable<T> {
  const { pollSeconds, reloadOn, keepData = false } = options;
  const [state, dispatch] = useReducer(reduce<T>, {
    isLoading: true,
    answers: 0,
  });
  const latestLoad = useRef(load);
  latestLoad.current = load;
  const question = useRef(0);

  const run = useCallback((keep: boolean) => {
    question.current += 1;
    const mine = question.current;
    const settle = (action: Action<T>) => {
      if (question.current === mine) dispatch(action);
    };
    dispatch({ type: 'start', keepData: keep });
    // `load` may throw before it returns a promise.
    const ask = async () => latestLoad.current();
    ask().then(
      value => settle({ type: 'loaded', value }),
      error => settle({ type: 'failed', error: toError(error) }),
    );
  }, []);

  const asked = useRef<readonly unknown[]>(dependencies);
  useEffect(() => {
    asked.current = dependencies;
    run(keepData);
    return () => {
      question.current += 1;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the caller names what `load` reads
  }, dependencies);

  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
    } else {
      run(true);
    }
  }, [run, reloadOn]);

  // A question and its quick answer may reach React together, so that `isLoading` is never seen to change.
  const { isLoading, answers } = state;
  useEffect(() => {
    if (pollSeconds === undefined || isLoading) return undefined;
    const timer = setTimeout(() => run(true), pollSeconds * 1000);
    return () => clearTimeout(timer);
  }, [run, pollSeconds, isLoading, answers]);

  const retry = useCallback(() => run(true), [run]);
  // The question is asked after this render, which must not show the answer to another one.
  return keepData || isSame(asked.current, dependencies)
    ? toLoadable(state, retry)
    : { status: 'loading' };
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return (
    before.length === now.length &&
    before.every((value, index) => Object.is(value, now[index]))
  );
}

function toLoadable<T>(state: State<T>, retry: () => void): Loadable<T> {
  const { data, error, isLoading } = state;
  if (error && isDenied(error)) return { status: 'denied', error };
  if (data) {
    return {
      status: 'data',
      data: data.value,
      retry,
      isRefreshing: isLoading,
      refreshError: error,
    };
  }
  if (isLoading || !error) return { status: 'loading' };
  return { status: 'error', error, retry };
}
