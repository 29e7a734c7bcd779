export * from './TenantRequests';
