export { AutoscalerTable } from './AutoscalerTable';
export { GatewayTable } from './GatewayTable';
export { IngressTable } from './IngressTable';
export { JobTable } from './JobTable';
export { PersistentVolumeClaimTable } from './PersistentVolumeClaimTable';
export { RouteTable } from './RouteTable';
export { ServiceTable } from './ServiceTable';
