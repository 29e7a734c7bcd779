/**
 * How our plugins open their databases, and how much work is left in them.
 *
 * @packageDocumentation
 */
export { connectDatabase } from './connectDatabase';
export { isPostgres } from './isPostgres';
export { measureQueue } from './measureQueue';
export { migrateDatabase } from './migrateDatabase';
