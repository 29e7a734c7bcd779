export * from './CustomRoles';
