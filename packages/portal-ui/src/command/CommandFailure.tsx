import { Alert } from '@backstage/ui';
import { useErrorSentence } from '../language';
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
  const sentenceOf = useErrorSentence();
  if (state.status !== 'failed') return null;
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={title}
      description={withoutField(sentenceOf(state.error))}
    />
  );
}

/** A sentence of the server may begin with the name of a field, which means nothing where no field has that name. */
function withoutField(sentence: string): string {
  return sentence.replace(/^[a-z][A-Za-z.]*: /, '');
}
