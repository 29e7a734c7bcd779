export * from './format';
export * from './usePortalLanguage';
