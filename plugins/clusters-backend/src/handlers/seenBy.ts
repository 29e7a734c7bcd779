import type { Call, RowAccess } from '@caas/contract-node';

/** A handler that answers what the person may see: the view gets the input, and which rows are theirs. */
export function seenBy<Input, Output>(
  answer: (input: Input, access: RowAccess) => Output,
) {
  return ({ input, context }: { input: Input; context: Call }): Output =>
    answer(input, context.access);
}
