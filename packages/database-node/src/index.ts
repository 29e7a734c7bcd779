/**
 * How our plugins open their databases.
 *
 * @packageDocumentation
 */
export { connectDatabase } from './connectDatabase';
export { isPostgres } from './isPostgres';
export { migrateDatabase } from './migrateDatabase';
