export * from './EntriesPage';
