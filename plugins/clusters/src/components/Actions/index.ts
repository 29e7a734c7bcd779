export { ActionDialog } from './ActionDialog';
export { GuardedButton } from './GuardedButton';
export { useMay } from './useMay';
export { WorkloadActions } from './WorkloadActions';
