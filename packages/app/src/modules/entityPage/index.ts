export * from './entityPageModule';
