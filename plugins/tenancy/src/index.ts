/**
 * The pages of tenants, and the forms of tenancy's request kinds.
 *
 * @packageDocumentation
 */
export { tenancyPlugin as default } from './plugin';
