/**
 * For tests of what runs by itself: a server, a reconciler, another process. An entry of its own because it loads nothing
 * of Backstage, which takes a test seconds.
 *
 * @packageDocumentation
 */
export * from './freePort';
export * from './until';
