export * from './LanguageSwitch';
export * from './languageModule';
export * from './useDocumentLanguage';
