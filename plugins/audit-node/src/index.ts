/**
 * The auditor sink: replaces the auditor of every plugin.
 *
 * @packageDocumentation
 */
export * from './AuditDatabase';
export * from './auditorServiceFactory';
export { migrateAuditDatabase } from './migrateAuditDatabase';
export * from './tables';
