import type { ReactNode } from 'react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import {
  REQUESTS_CHANNEL,
  type RequestDetail,
  type RequestState,
} from '@caas/plugin-approvals-common';
import { approvalsApiRef, type ApprovalsApi } from '../api';
import { useRequest } from './useRequest';

const inState = (state: RequestState) =>
  ({ id: 'req-1', state }) as RequestDetail;

/** Signals that the test sends. */
function fakeSignals() {
  const listeners: ((message: { id: string }) => void)[] = [];
  const api: SignalApi = {
    subscribe: (channel, listener) => {
      expect(channel).toBe(REQUESTS_CHANNEL);
      listeners.push(message => listener(message as never));
      return { unsubscribe: () => {} };
    },
  };
  const send = (id: string) =>
    act(async () => listeners.forEach(listener => listener({ id })));
  return { api, send };
}

function follow(get: jest.Mock) {
  const signals = fakeSignals();
  // The hook asks nothing else.
  const api = { requests: { get } } as unknown as ApprovalsApi;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider
      apis={[
        [approvalsApiRef, api],
        [signalApiRef, signals.api],
      ]}
    >
      {children}
    </TestApiProvider>
  );
  const { result } = renderHook(() => useRequest('req-1'), { wrapper });
  const state = () =>
    result.current.status === 'data' ? result.current.data.state : undefined;
  return { ...signals, state };
}

describe('useRequest', () => {
  it('reads the request again when the desk says that it changed, not when another did', async () => {
    const get = jest
      .fn()
      .mockResolvedValueOnce(inState('pending'))
      .mockResolvedValue(inState('rejected'));
    const { send, state } = follow(get);
    await waitFor(() => expect(state()).toBe('pending'));
    await send('req-2');
    expect(get).toHaveBeenCalledTimes(1);
    await send('req-1');
    await waitFor(() => expect(state()).toBe('rejected'));
  });

  it('polls while an execution goes on, and no longer', async () => {
    jest.useFakeTimers();
    const get = jest
      .fn()
      .mockResolvedValueOnce(inState('executing'))
      .mockResolvedValue(inState('completed'));
    const { state } = follow(get);
    await act(() => jest.advanceTimersByTimeAsync(0));
    expect(state()).toBe('executing');
    await act(() => jest.advanceTimersByTimeAsync(2000));
    expect(state()).toBe('completed');
    await act(() => jest.advanceTimersByTimeAsync(600_000));
    expect(get).toHaveBeenCalledTimes(2);
    jest.useRealTimers();
  });
});
