import type { ResourceKind } from '../api/ResourceKind';

const kind = (
  plural: string,
  name: string,
  namespaced: boolean,
): ResourceKind => ({
  group: 'metrics.k8s.io',
  version: 'v1beta1',
  plural,
  singular: '',
  kind: name,
  namespaced,
  shortNames: [],
  subresources: [],
  categories: [],
  verbs: ['get', 'list'],
});

/** What a cluster measures; it is made when somebody asks, and never stored. */
export const METRICS_KINDS: readonly ResourceKind[] = [
  kind('nodes', 'NodeMetrics', false),
  kind('pods', 'PodMetrics', true),
];

export const isMetric = (asked: ResourceKind): boolean =>
  METRICS_KINDS.includes(asked);
