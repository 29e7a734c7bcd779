export * from './PersonLink';
export * from './TenantPicker';
