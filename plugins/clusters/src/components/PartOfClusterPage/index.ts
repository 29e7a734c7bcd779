export { PartOfClusterPage } from './PartOfClusterPage';
