export { CapacityBars } from './CapacityBars';
