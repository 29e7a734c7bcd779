export { titleOf, type Visit } from './visit';
export { useVisits } from './useVisits';
export { VisitRecorder } from './VisitRecorder';
