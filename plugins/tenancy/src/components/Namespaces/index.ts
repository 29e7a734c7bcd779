export * from './EndingLeases';
export * from './LeaseView';
export * from './NamespaceLines';
export * from './NamespaceStateTag';
export * from './NamespaceTable';
