/**
 * Contract and permissions of clusters.
 *
 * @packageDocumentation
 */
export * from './contract';
export * from './labels';
export * from './permissions';
export * from './protectedKeys';
export * from './quantity';
export * from './schemas';
