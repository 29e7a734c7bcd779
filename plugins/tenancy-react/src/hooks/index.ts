export * from './useAskableTenants';
export * from './useEndingLeases';
export * from './useMemberships';
export * from './usePeople';
export * from './useTenancyChanges';
export * from './useTenancyWords';
export * from './useTenantNames';
export * from './useTenants';
