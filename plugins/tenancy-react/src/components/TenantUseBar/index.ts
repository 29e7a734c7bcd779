export * from './TenantUseBar';
export * from './tightestQuota';
