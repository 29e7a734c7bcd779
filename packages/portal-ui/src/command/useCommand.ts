import { useCallback, useEffect, useRef, useState } from 'react';
import { toError } from '@backstage/errors';

/** How far something is that the person told the portal to do. @public */
export type CommandState =
  | { status: 'idle' }
  | { status: 'working' }
  | { status: 'failed'; error: Error };

/**
 * Runs something that the person told the portal to do, one at a time, and remembers why it failed.
 *
 * @public
 */
export function useCommand() {
  const [state, setState] = useState<CommandState>({ status: 'idle' });
  const isMounted = useRef(true);
  const isRunning = useRef(false);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  const run = useCallback(async (work: () => Promise<unknown>) => {
    // The button is disabled a render later; two clicks can come before.
    if (isRunning.current) return;
    isRunning.current = true;
    setState({ status: 'working' });
    let next: CommandState = { status: 'idle' };
    try {
      await work();
    } catch (error) {
      next = { status: 'failed', error: toError(error) };
    } finally {
      isRunning.current = false;
    }
    if (isMounted.current) setState(next);
  }, []);
  return { state, run };
}
