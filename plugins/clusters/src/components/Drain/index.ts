export { DrainSection } from './DrainSection';
