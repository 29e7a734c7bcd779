export * from './NamespaceTable';
