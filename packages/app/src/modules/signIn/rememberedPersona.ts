import type { IdentityApi } from '@backstage/core-plugin-api';

const KEY = 'caas.persona';

/** The person of this browser tab, so that a reload does not ask again. Other tabs may hold other people. */
export const rememberedPersona = {
  get: (): string | undefined => sessionStorage.getItem(KEY) ?? undefined,
  set: (userRef: string) => sessionStorage.setItem(KEY, userRef),
  forget: () => sessionStorage.removeItem(KEY),
};

/** The identity, which forgets the person of this tab on sign-out. */
export function forgettingOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    async signOut() {
      rememberedPersona.forget();
      await identity.signOut();
    },
  };
}
