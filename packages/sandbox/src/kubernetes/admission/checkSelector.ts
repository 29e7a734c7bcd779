import { invalid } from '../api/ApiError';
import type { ResourceKind } from '../api/kinds';
import type { KubernetesObject } from '../storage/KubernetesObject';

/** A workload that does not select its own pods would make them for ever. */
export function checkSelector(
  kind: ResourceKind,
  { metadata, spec }: KubernetesObject,
): void {
  if (!['Deployment', 'ReplicaSet'].includes(kind.kind)) return;
  const wanted: Record<string, string> = spec?.selector?.matchLabels ?? {};
  const labels: Record<string, string> = spec?.template?.metadata?.labels ?? {};
  if (Object.keys(wanted).every(key => labels[key] === wanted[key])) return;
  throw invalid(kind, metadata.name, [
    {
      field: 'spec.template.metadata.labels',
      message: `Invalid value: ${JSON.stringify(labels)}: \`selector\` does not match template \`labels\``,
    },
  ]);
}
