/**
 * The server side of the contract base.
 *
 * @packageDocumentation
 */
export * from './applyRowFilter';
export * from './createBackendClient';
export * from './createContractRouter';
export * from './createOpenApiDocument';
export * from './documents';
export type { Call, GateServices } from './gate';
export * from './RowAccess';
