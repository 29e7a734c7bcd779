export * from './DialogForm';
