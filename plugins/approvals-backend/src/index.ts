/**
 * The one desk where decisions are made.
 *
 * @packageDocumentation
 */
export { approvalsPlugin as default } from './plugin';
