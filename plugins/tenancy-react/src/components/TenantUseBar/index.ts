export * from './TenantUseBar';
