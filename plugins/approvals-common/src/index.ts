/**
 * Contract, transition table and permissions of approvals.
 *
 * @packageDocumentation
 */
export * from './canonicalPayload';
export * from './contract';
export * from './delegations';
export * from './payloadChanges';
export * from './permissions';
export * from './policies';
export * from './providerContract';
export * from './schemas';
export * from './signals';
export * from './timelineEvents';
export * from './transitions';
