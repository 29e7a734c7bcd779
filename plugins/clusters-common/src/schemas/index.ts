export * from './applySet';
export * from './amounts';
export * from './cluster';
export * from './namespace';
export * from './node';
export * from './workload';
