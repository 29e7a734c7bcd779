export * from './DateTime';
export * from './formatTime';
