/**
 * Databases of tests that several connections or processes share. An entry of its own because only they need knex.
 *
 * @packageDocumentation
 */
export * from './createSharedDatabase';
