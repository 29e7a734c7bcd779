export { portalHttpFactory } from './http/portalHttpFactory';
export { metricsFactory } from './metrics/metricsFactory';
export { runBackend } from './process/runBackend';
