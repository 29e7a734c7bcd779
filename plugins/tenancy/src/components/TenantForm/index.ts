export * from './EditTenantPage';
export * from './NewTenantPage';
