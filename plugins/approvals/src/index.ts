/**
 * The pages of requests: to decide, to make, to follow.
 *
 * @packageDocumentation
 */
export { approvalsPlugin as default } from './plugin';
