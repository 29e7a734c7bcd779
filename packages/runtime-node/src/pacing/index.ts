/**
 * How work that changes ask for is held back. An entry of its own, so that plugins load nothing of the process with it.
 *
 * @packageDocumentation
 */
export { restAfterWork } from './restAfterWork';
