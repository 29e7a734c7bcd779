export { NodePage } from './NodePage';
