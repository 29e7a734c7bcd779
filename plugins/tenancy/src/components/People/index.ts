export * from './PeoplePart';
