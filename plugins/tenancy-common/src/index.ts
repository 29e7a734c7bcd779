/**
 * Contract, permissions and quantities of tenancy.
 *
 * @packageDocumentation
 */
export * from './catalogNames';
export * from './contract';
export * from './namespaceCreate';
export * from './permissions';
export * from './quantities';
export * from './roles';
export * from './schemas';
export * from './signals';
