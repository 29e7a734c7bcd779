export * from './PoolGrid';
