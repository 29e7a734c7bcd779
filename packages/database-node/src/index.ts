/**
 * How our plugins open their databases, and how much work is left in them.
 *
 * @packageDocumentation
 */
export { connectDatabase } from './connectDatabase';
export { DatabaseClock } from './DatabaseClock';
export {
  databaseClockServiceRef,
  type SyncedClock,
} from './databaseClockServiceRef';
export { isPostgres } from './isPostgres';
export { lockRow } from './lockRow';
export { measureQueue } from './measureQueue';
export { migrateDatabase } from './migrateDatabase';
