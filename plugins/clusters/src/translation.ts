import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the pages of clusters. */
export const clustersTranslationRef = createTranslationRef({
  id: 'plugin.clusters',
  messages: {
    page: {
      title: 'Clusters',
      description:
        'The clusters that the portal works on, and what stands there.',
    },
    clusters: {
      empty: 'No cluster is registered',
      emptyHelp:
        'Platform administrators register clusters in the configuration under clusters.',
      since: 'since',
      version: 'Kubernetes',
      nodes: 'Nodes',
      namespaces: 'Namespaces',
      environments: 'Environments',
    },
    state: {
      connecting: 'Connecting',
      connected: 'Connected',
      unreachable: 'Unreachable',
    },
    namespaces: {
      title: 'Namespaces',
      empty: 'No namespaces',
      emptyHelp:
        'There is none that you may see with these filters. Apply for one under Requests.',
      name: 'Namespace',
      cluster: 'Cluster',
      tenant: 'Tenant',
      phase: 'State',
      quota: 'Quota',
      noQuota: 'No quota',
      platform: 'Platform',
    },
    phase: { active: 'Active', terminating: 'Terminating' },
    resource: { cpu: 'CPU', memory: 'Memory' },
    filter: {
      cluster: 'Cluster',
      allClusters: 'All clusters',
      name: 'Name of the namespace',
      nameExample: 'life-policy-dev',
    },
  },
  translations: {
    'zh-CN': async () => ({ default: (await import('./zh-CN')).default }),
  },
});
