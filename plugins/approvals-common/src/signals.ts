/**
 * Signal channel on which the desk says that a request changed. The message is `{ id }`, nothing more: whoever hears
 * it reads the request with their own permissions.
 *
 * @public
 */
export const REQUESTS_CHANNEL = 'approvals:requests';

/**
 * Topic of events on which the owner of a request kind says that an execution has moved. A hint, never relied upon: the
 * desk asks the owner then, as it does by itself now and then.
 *
 * @public
 */
export const EXECUTION_PROGRESS_TOPIC = 'caas.approvals.execution-progress';

/**
 * What is said on {@link EXECUTION_PROGRESS_TOPIC}.
 *
 * @public
 */
export type ExecutionProgress = { requestId: string };
