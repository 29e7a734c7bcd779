/**
 * The audit trail: the one record of who did what.
 *
 * @packageDocumentation
 */
export { auditPlugin as default } from './plugin';
