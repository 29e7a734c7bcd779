/**
 * For tests and dev pages of frontends. An entry of its own, so that nothing of it reaches a browser in production.
 *
 * @packageDocumentation
 */
export * from './appInLanguage';
export * from './fakeApi';
export * from './standIn';
