export * from './TenancyRouter';
