export * from './homePlugin';
