/**
 * What other frontends use of tenancy: its client, the tenant picker, people, hooks and words.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './components';
export * from './hooks';
export * from './translation';
