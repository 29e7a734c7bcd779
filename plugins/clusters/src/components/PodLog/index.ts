export { PodLogSection } from './PodLogSection';
