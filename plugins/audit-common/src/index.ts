/**
 * Contract and permissions of audit.
 *
 * @packageDocumentation
 */
export * from './contract';
export * from './permissions';
