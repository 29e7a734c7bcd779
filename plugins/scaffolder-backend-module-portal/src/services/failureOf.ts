import type { Followed } from './followRequest';

/** Why a step that waits for a request must fail; undefined when the request is completed. */
export function failureOf(
  followed: Followed,
  { link, waitMinutes }: { link: string; waitMinutes: number },
): Error | undefined {
  const { outcome, request } = followed;
  const name = `The request '${request.id}'`;
  switch (outcome) {
    case 'ended':
      return followed.end.isCompleted
        ? undefined
        : new Error(`${name} ${followed.end.why}. See ${link}`);
    case 'cancelled':
      return new Error(
        `The task was cancelled, so nobody waits for ${name.replace('The', 'the')} any more. It goes on: withdraw it at ${link} when it is not wanted`,
      );
    case 'signed-out':
      return new Error(
        `Your sign-in ended while ${name.replace('The', 'the')} was ${request.state}, so the task cannot wait any longer. The request goes on: follow it at ${link}`,
      );
    default:
      return new Error(
        `${name} is still ${request.state} after ${waitMinutes} minutes, so the task does not wait any longer. The request goes on: follow it at ${link}, and run the rest when it is completed`,
      );
  }
}
