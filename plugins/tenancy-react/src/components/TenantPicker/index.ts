export * from './TenantPicker';
