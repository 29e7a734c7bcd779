/**
 * What a domain needs to have its own kinds of request: it announces them, and serves them to the desk.
 *
 * @packageDocumentation
 */
export * from './announceRequestKinds';
export * from './ExecutionProgressAnnouncer';
export * from './requestKindHandlers';
export * from './RequestKindProvider';
