export * from './useMyName';
