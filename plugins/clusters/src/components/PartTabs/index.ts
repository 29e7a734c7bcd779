export { PartTabs } from './PartTabs';
