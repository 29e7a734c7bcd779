export * from './RequestStateTag';
export * from './requestStateTone';
