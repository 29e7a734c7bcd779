import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useLoadable } from '../loadable';

/**
 * Name of the person who is signed in; empty until it is known.
 *
 * @public
 */
export function useMyName(): string {
  const identity = useApi(identityApiRef);
  const name = useLoadable(async () => {
    const profile = await identity.getProfileInfo();
    if (profile.displayName) return profile.displayName;
    const { userEntityRef } = await identity.getBackstageIdentity();
    return userEntityRef.replace(/^.*\//, '');
  }, [identity]);
  return name.status === 'data' ? name.data : '';
}
