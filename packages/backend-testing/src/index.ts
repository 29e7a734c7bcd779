export * from './contractPlugin';
export * from './createDevBackend';
export * from './mockPolicy';
