export * from './useAskableTenants';
export * from './useMemberships';
export * from './useTenancyChanges';
export * from './useTenancyWords';
export * from './useTenantNames';
export * from './useTenants';
