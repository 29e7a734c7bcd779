export * from './StateActions';
