import type { Cluster } from '@caas/plugin-clusters-common';
import { usePortalLanguage } from '@caas/portal-ui';

/** The title of a cluster in the person's language. */
export function useClusterTitle(): (cluster: Cluster) => string {
  const language = usePortalLanguage();
  return ({ title, titleEn }) => (language === 'en' ? titleEn || title : title);
}
