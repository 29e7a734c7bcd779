export { ApplySetTable } from './ApplySetTable';
export { EventTable } from './EventTable';
export { NodeTable } from './NodeTable';
export { PodTable } from './PodTable';
export { WorkloadTable } from './WorkloadTable';
