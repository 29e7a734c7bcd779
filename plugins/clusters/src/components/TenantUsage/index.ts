export { TenantUsageTable } from './TenantUsageTable';
