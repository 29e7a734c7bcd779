export * from './RequestKindsProvider';
export * from './useKindScreens';
export * from './useKindTitles';
