export * from './Loadable';
export * from './LoadableView';
export * from './useLoadable';
