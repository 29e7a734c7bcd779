import { LABELS } from './labels';

/** Those of Kubernetes itself and of the portal: their programs set them, and rely on them. */
const PROTECTED = /(^|\.)(kubernetes\.io|k8s\.io|caas\.io)$/;

/**
 * Whether a label or a taint with this key belongs to Kubernetes or to the portal, so that nobody changes it by hand. The
 * partition of a node is an exception: moving nodes between partitions is an administrator's work.
 *
 * @public
 */
export function isProtectedKey(key: string): boolean {
  const domain = key.includes('/') ? key.slice(0, key.indexOf('/')) : '';
  return key !== LABELS.partition && PROTECTED.test(domain);
}
