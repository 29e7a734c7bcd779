/**
 * Search that finds Chinese, English and mixed text, on PostgreSQL and on SQLite.
 *
 * @packageDocumentation
 */
export { searchModulePortal, searchModulePortal as default } from './module';
