export { EntityInstances } from './EntityInstances';
