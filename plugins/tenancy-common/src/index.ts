/**
 * Contract, permissions and quantities of tenancy.
 *
 * @packageDocumentation
 */
export * from './amounts';
export * from './access';
export * from './catalogNames';
export * from './contract';
export * from './customRoles';
export * from './departments';
export * from './findTightestQuota';
export * from './lease';
export * from './namespaceExport';
export * from './permissions';
export * from './quantities';
export * from './requestKinds';
export * from './resources';
export * from './roles';
export * from './schemas';
export * from './signals';
export * from './tenantInputs';
