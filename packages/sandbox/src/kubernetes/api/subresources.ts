/** A part or an act of an object that has an address of its own. */
export type SubresourceName = 'status' | 'scale' | 'log' | 'eviction' | 'token';

/** How discovery describes a subresource, where it differs from the kind that it belongs to. */
export type SubresourceFacts = {
  verbs: readonly string[];
  responseKind?: { group: string; version: string; kind: string };
};

const CHANGE = ['get', 'patch', 'update'];

/** What can be done with each subresource, and what it answers. */
export const SUBRESOURCES: Readonly<Record<SubresourceName, SubresourceFacts>> =
  {
    status: { verbs: CHANGE },
    scale: {
      verbs: CHANGE,
      responseKind: { group: 'autoscaling', version: 'v1', kind: 'Scale' },
    },
    log: { verbs: ['get'] },
    eviction: {
      verbs: ['create'],
      responseKind: { group: 'policy', version: 'v1', kind: 'Eviction' },
    },
    token: {
      verbs: ['create'],
      responseKind: {
        group: 'authentication.k8s.io',
        version: 'v1',
        kind: 'TokenRequest',
      },
    },
  };
