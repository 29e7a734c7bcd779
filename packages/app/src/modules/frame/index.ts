export * from './frameModule';
