/**
 * Signal channel on which the desk says that a request changed. The message is `{ id }`, nothing more: whoever hears
 * it reads the request with their own permissions.
 *
 * @public
 */
export const REQUESTS_CHANNEL = 'approvals:requests';
