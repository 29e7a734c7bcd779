/**
 * The contract base: every network operation of a domain is declared once, with who may call it and what the
 * audit trail records.
 *
 * @packageDocumentation
 */
export * from './bilingual';
export * from './client';
export * from './describeIssues';
export * from './instant';
export * from './issue';
export * from './listOperations';
export * from './operation';
export * from './page';
export * from './pluginClient';
export * from './says';
export * from './scope';
export * from './stream';
export * from './translatedError';
