export * from './DateTime';
export * from './formatTime';
export * from './pause';
