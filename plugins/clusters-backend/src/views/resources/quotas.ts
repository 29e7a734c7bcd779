import type { Watched } from '../Mirror';

/** What a view keeps of a quota: quantities as Kubernetes writes them. */
export type SeenQuota = {
  name: string;
  namespace: string;
  hard: Record<string, string>;
  used: Record<string, string>;
};

export const QUOTAS: Watched<SeenQuota> = {
  path: '/api/v1/resourcequotas',
  trim: ({ metadata, spec, status }, interner) => ({
    name: interner.text(metadata.name!),
    namespace: interner.text(metadata.namespace!),
    hard: status?.hard ?? spec?.hard ?? {},
    used: status?.used ?? {},
  }),
};
