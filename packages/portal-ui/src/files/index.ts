export * from './saveText';
