export { DelegationsPage } from './DelegationsPage';
export { StandInBanner } from './StandInBanner';
