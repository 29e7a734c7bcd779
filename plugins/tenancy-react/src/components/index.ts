export * from './PersonLink';
export * from './PersonPicker';
export * from './TenantPicker';
export * from './TenantUseBar';
