export * from './CardGrid';
export * from './FactList';
export * from './MainAndSide';
export * from './PageFrame';
export * from './Section';
export * from './useDocumentTitle';
