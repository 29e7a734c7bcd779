export * from './FactList';
export * from './PageFrame';
export * from './Section';
