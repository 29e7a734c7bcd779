/**
 * Signal channel on which tenancy says that a namespace or a quota changed. The message is `{ tenant }`.
 *
 * @public
 */
export const TENANCY_CHANNEL = 'tenancy:changes';
