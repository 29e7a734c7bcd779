/**
 * The one door to Kubernetes.
 *
 * @packageDocumentation
 */
export { clustersPlugin as default } from './plugin';
