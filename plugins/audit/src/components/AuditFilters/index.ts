export * from './ActiveFilters';
export * from './AuditFilters';
