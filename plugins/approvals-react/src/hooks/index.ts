export * from './useRequest';
export * from './useRequestChanges';
export * from './useRequests';
