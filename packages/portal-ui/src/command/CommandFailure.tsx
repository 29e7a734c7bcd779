import { Alert } from '@backstage/ui';
import type { CommandState } from './useCommand';

/** @public */
export type CommandFailureProps = {
  state: CommandState;
  /** What did not happen. */
  title: string;
};

/**
 * Says that a command failed, and why; nothing while it has not.
 *
 * @public
 */
export function CommandFailure({ state, title }: CommandFailureProps) {
  if (state.status !== 'failed') return null;
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={title}
      description={state.error.message}
    />
  );
}
