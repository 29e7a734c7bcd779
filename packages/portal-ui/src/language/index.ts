export * from './format';
export * from './useErrorSentence';
export * from './usePortalLanguage';
