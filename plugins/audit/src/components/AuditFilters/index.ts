export * from './AuditFilters';
