export { NewRequestPage } from './NewRequestPage';
export { RevisionPage } from './RevisionPage';
