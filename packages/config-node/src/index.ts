export { strictConfiguration } from './strictConfiguration';
