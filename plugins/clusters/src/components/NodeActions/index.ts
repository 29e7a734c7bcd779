export { CordonAction } from './CordonAction';
export { EntriesAction } from './EntriesAction';
