export * from './EntityNamespacesCard';
