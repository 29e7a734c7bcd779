export * from './RequestStateTag';
