/**
 * The few pieces of user interface that every page of the portal shares: the five states of a screen, status,
 * quota, steps, conditions, and the languages.
 *
 * @packageDocumentation
 */
export * from './command';
export * from './conditions';
export * from './files';
export * from './form';
export * from './language';
export * from './layout';
export * from './loadable';
export * from './person';
export * from './quota';
export * from './states';
export * from './status';
export * from './steps';
export * from './table';
export * from './time';
