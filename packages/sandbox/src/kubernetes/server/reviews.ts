import { isAllowed } from '../access/authorize';
import type { User } from '../access/User';
import type { ObjectStore } from '../storage/ObjectStore';

/** What a caller may ask about itself. */
export type Review = {
  group: string;
  resource: 'selfsubjectaccessreviews' | 'selfsubjectreviews';
};

const PATH =
  /^\/apis\/(authorization|authentication)\.k8s\.io\/v1\/(selfsubjectaccessreviews|selfsubjectreviews)$/;

export function parseReview(pathname: string): Review | undefined {
  const [, group, resource] = PATH.exec(pathname) ?? [];
  if (!group) return undefined;
  return {
    group: `${group}.k8s.io`,
    resource: resource as Review['resource'],
  };
}

/** Who the caller is, or whether it may do what it names. */
export function answerReview(
  store: ObjectStore,
  user: User,
  { resource }: Review,
  body: any, // what a client sent: nothing of it is known yet
) {
  if (resource === 'selfsubjectreviews') {
    return {
      kind: 'SelfSubjectReview',
      apiVersion: 'authentication.k8s.io/v1',
      metadata: { creationTimestamp: null },
      status: { userInfo: { username: user.name, groups: user.groups } },
    };
  }
  const { resourceAttributes: asked, nonResourceAttributes: path } =
    body?.spec ?? {};
  const allowed = isAllowed(
    store,
    user,
    asked
      ? {
          ...asked,
          resource: asked.subresource
            ? `${asked.resource}/${asked.subresource}`
            : asked.resource,
        }
      : { verb: path?.verb ?? '', path: path?.path ?? '' },
  );
  return {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: { creationTimestamp: null },
    spec: body?.spec,
    status: { allowed },
  };
}
