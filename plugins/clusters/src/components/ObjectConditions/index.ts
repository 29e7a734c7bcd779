export { ObjectConditions } from './ObjectConditions';
