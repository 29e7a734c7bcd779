export * from './RequestKindBlueprint';
export * from './screens';
