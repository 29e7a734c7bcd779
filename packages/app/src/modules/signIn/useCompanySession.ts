import { useCallback, useEffect, useRef, useState } from 'react';
import { UserIdentity } from '@backstage/core-components';
import type { IdentityApi } from '@backstage/core-plugin-api';
import type { CompanyAuth } from './companyAuth';
import { refusal } from './refusal';

/** How far signing in is. */
export type CompanySession =
  | { status: 'checking' }
  | { status: 'signed-out' }
  | { status: 'leaving' }
  | { status: 'refused'; sentence: string };

/** Goes on with the session that there is; else waits for `begin`. */
export function useCompanySession(
  auth: CompanyAuth,
  onSignInSuccess: (identity: IdentityApi) => void,
): CompanySession & { begin(): Promise<void> } {
  const [session, setSession] = useState<CompanySession>({
    status: 'checking',
  });

  const enter = useCallback(
    async (options: { optional?: boolean; instantPopup?: boolean }) => {
      const identity = await auth.getBackstageIdentity(options);
      if (!identity) return false;
      const profile = await auth.getProfile({ optional: true });
      onSignInSuccess(
        UserIdentity.create({
          identity: identity.identity,
          profile,
          authApi: auth,
        }),
      );
      return true;
    },
    [auth, onSignInSuccess],
  );

  const hasBegun = useRef(false);
  useEffect(() => {
    // Once for the page: a second question would take the refusal's place.
    if (hasBegun.current) return;
    hasBegun.current = true;
    const sentence = refusal.take();
    if (sentence !== undefined) {
      setSession({ status: 'refused', sentence });
      return;
    }
    enter({ optional: true })
      .catch(() => false)
      .then(isIn => isIn || setSession({ status: 'signed-out' }));
  }, [enter]);

  const begin = async () => {
    setSession({ status: 'leaving' });
    refusal.expect();
    try {
      const isIn = await enter({ instantPopup: true });
      if (!isIn) setSession({ status: 'signed-out' });
    } catch (error) {
      setSession({ status: 'refused', sentence: (error as Error).message });
    }
  };
  return { ...session, begin };
}
