/**
 * Supplies the clusters of the portal to the stock Kubernetes plugin.
 *
 * @packageDocumentation
 */
export { kubernetesModuleClusters as default } from './module';
