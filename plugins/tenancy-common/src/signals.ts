/**
 * Signal channel on which tenancy says that a namespace or a quota changed. The message is `{ tenant }`.
 *
 * @public
 */
export const TENANCY_CHANNEL = 'tenancy:changes';

/** Event topic on which tenancy says that a namespace, a tenant or a quota changed: `{ tenant }`. @public */
export const TENANCY_CHANGED_TOPIC = 'tenancy.changed';

/** Event topic on which tenancy says that somebody's roles or permissions in a tenant changed: `{ tenant }`. @public */
export const TENANCY_ROLES_CHANGED_TOPIC = 'tenancy.roles-changed';
