export * from './useCommand';
