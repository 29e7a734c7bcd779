/**
 * What other frontends use of approvals: its client, the blueprint of request kinds, hooks, and the state tag.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './components';
export * from './hooks';
export * from './requestKind';
export * from './translation';
