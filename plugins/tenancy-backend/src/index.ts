/**
 * Tenants, members and roles, quotas and namespaces.
 *
 * @packageDocumentation
 */
export { tenancyPlugin, tenancyPlugin as default } from './plugin';
