export * from './TenantCard';
