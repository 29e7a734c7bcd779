export * from './DeniedState';
export * from './EmptyState';
export * from './ErrorState';
export * from './LoadingState';
export * from './refusals';
