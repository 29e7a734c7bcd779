export * from './CardGrid';
export * from './FactList';
export * from './MainAndSide';
export * from './PageFrame';
export * from './PartTabs';
export * from './Section';
export * from './useDocumentTitle';
