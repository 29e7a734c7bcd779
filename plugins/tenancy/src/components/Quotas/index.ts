export * from './PoolGrid';
export * from './QuotaFigures';
export * from './QuotaSections';
