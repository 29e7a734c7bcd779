export * from './AuditEventDialog';
