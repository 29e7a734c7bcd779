import { NotAllowedError } from '@backstage/errors';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useLoadable } from './useLoadable';

/** A load whose answers the test gives one by one. */
function controlledLoad() {
  const questions: {
    resolve(value: string): void;
    reject(error: unknown): void;
  }[] = [];
  const load = () =>
    new Promise<string>((resolve, reject) => {
      questions.push({ resolve, reject });
    });
  return { load, questions };
}

const settled = async (change: () => void) => {
  await act(async () => change());
};

describe('useLoadable', () => {
  it('goes from loading to data', async () => {
    const { result } = renderHook(() => useLoadable(async () => 'a', []));
    expect(result.current.status).toBe('loading');
    await waitFor(() =>
      expect(result.current).toMatchObject({
        status: 'data',
        data: 'a',
        isRefreshing: false,
      }),
    );
  });

  it('never shows the answer to another question, not for one render', async () => {
    const seen: [asked: string, shown: string][] = [];
    const { rerender } = renderHook(
      ({ asked }) => {
        const loadable = useLoadable(async () => asked, [asked]);
        if (loadable.status === 'data') seen.push([asked, loadable.data]);
      },
      { initialProps: { asked: 'a' } },
    );
    await waitFor(() => expect(seen).toContainEqual(['a', 'a']));
    rerender({ asked: 'b' });
    await waitFor(() => expect(seen).toContainEqual(['b', 'b']));
    expect(seen).not.toContainEqual(['b', 'a']);
  });

  it('offers a retry after an error', async () => {
    const { load, questions } = controlledLoad();
    const { result } = renderHook(() => useLoadable(load, []));
    await settled(() => questions[0].reject(new Error('down')));
    if (result.current.status !== 'error') throw new Error('expected an error');
    expect(result.current.error.message).toBe('down');
    await settled(result.current.retry);
    await settled(() => questions[1].resolve('back'));
    expect(result.current).toMatchObject({ status: 'data', data: 'back' });
  });

  it('says denied when the server does, and when a load throws at once', async () => {
    const { result } = renderHook(() =>
      useLoadable((): Promise<string> => {
        throw new NotAllowedError('Not yours');
      }, []),
    );
    await waitFor(() => expect(result.current.status).toBe('denied'));
  });

  it('keeps the data while it refreshes, and when a refresh fails', async () => {
    const { load, questions } = controlledLoad();
    const { result, rerender } = renderHook(
      ({ signal }) => useLoadable(load, [], { reloadOn: signal }),
      { initialProps: { signal: 1 } },
    );
    await settled(() => questions[0].resolve('old'));
    rerender({ signal: 2 });
    await waitFor(() => expect(questions).toHaveLength(2));
    expect(result.current).toMatchObject({ data: 'old', isRefreshing: true });
    await settled(() => questions[1].reject(new Error('down')));
    expect(result.current).toMatchObject({
      status: 'data',
      data: 'old',
      isRefreshing: false,
      refreshError: new Error('down'),
    });
  });

  it('drops the data of other dependencies, and answers that come too late', async () => {
    const { load, questions } = controlledLoad();
    const { result, rerender } = renderHook(
      ({ id }) => useLoadable(load, [id]),
      { initialProps: { id: 'a' } },
    );
    await waitFor(() => expect(questions).toHaveLength(1));
    rerender({ id: 'b' });
    await waitFor(() => expect(questions).toHaveLength(2));
    expect(result.current.status).toBe('loading');
    await settled(() => questions[0].resolve('late answer for a'));
    expect(result.current.status).toBe('loading');
    await settled(() => questions[1].resolve('b'));
    expect(result.current).toMatchObject({ data: 'b' });
  });

  it('polls after each answer until it is unmounted', async () => {
    jest.useFakeTimers();
    try {
      const load = jest.fn(async () => 'x');
      const { unmount } = renderHook(() =>
        useLoadable(load, [], { pollSeconds: 2 }),
      );
      const wait = (seconds: number) =>
        act(() => jest.advanceTimersByTimeAsync(seconds * 1000));
      await wait(0);
      await wait(1.9);
      expect(load).toHaveBeenCalledTimes(1);
      await wait(0.2);
      expect(load).toHaveBeenCalledTimes(2);
      await wait(2.1);
      expect(load).toHaveBeenCalledTimes(3);
      unmount();
      await jest.advanceTimersByTimeAsync(10_000);
      expect(load).toHaveBeenCalledTimes(3);
    } finally {
      jest.useRealTimers();
    }
  });
});
