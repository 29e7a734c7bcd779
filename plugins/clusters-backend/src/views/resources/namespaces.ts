import { LABELS } from '@caas/plugin-clusters-common';
import type { Watched } from '../Mirror';
import { isoText } from './times';

/** What a view keeps of a namespace. */
export type SeenNamespace = {
  name: string;
  tenant?: string;
  environment?: string;
  partition?: string;
  phase: string;
  createdAt?: string;
};

export const NAMESPACES: Watched<SeenNamespace> = {
  path: '/api/v1/namespaces',
  trim: ({ metadata, status }, interner) => ({
    name: metadata.name!,
    tenant: interner.text(metadata.labels?.[LABELS.tenant]),
    environment: interner.text(metadata.labels?.[LABELS.environment]),
    partition: interner.text(metadata.labels?.[LABELS.partition]),
    phase: interner.text(status?.phase ?? 'Unknown'),
    createdAt: isoText(metadata.creationTimestamp),
  }),
};
