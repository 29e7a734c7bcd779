export { ApplySetPage } from './ApplySetPage';
