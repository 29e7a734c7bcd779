/**
 * For tests of what runs by itself: a server, a reconciler, another process. An entry of its own because it loads nothing
 * of Backstage, which takes a test seconds.
 *
 * @packageDocumentation
 */
export * from './dateInDays';
export * from './eventually';
export * from './freePort';
export * from './hostileTexts';
export * from './seededRandom';
export * from './TypeScriptProcess';
export * from './until';
export { instructionsOf, sayReady } from './workerSide';
