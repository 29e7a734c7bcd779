export * from './CommandFailure';
export * from './ConfirmButton';
export * from './useCommand';
