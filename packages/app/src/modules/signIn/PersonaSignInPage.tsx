import { useMemo, useState, useEffect } from 'react';
import { ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useDocumentLanguage } from '../language';
import { PersonaPicker } from './PersonaPicker';
import { readPersonas } from './personas';
import { forgettingOnSignOut, rememberedPersona } from './rememberedPersona';

/** Name of the authentication provider of `@caas/plugin-auth-backend-module-personas`, and the header it reads. */
const PROVIDER = 'personas';
const HEADER = 'x-caas-persona';

/** Signs in as the chosen person; when the server refuses, says why and lets one choose again. */
export function PersonaSignInPage({ onSignInSuccess }: SignInPageProps) {
  useDocumentLanguage();
  const config = useApi(configApiRef);
  const personas = useMemo(() => readPersonas(config), [config]);
  const [chosen, setChosen] = useState(rememberedPersona.get);
  const [error, setError] = useState<Error>();

  const Failure = useMemo(
    () =>
      function SignInFailure(props: { error?: Error }) {
        useEffect(() => {
          rememberedPersona.forget();
          setError(props.error);
          setChosen(undefined);
        }, [props.error]);
        return null;
      },
    [],
  );

  if (chosen) {
    return (
      <ProxiedSignInPage
        provider={PROVIDER}
        headers={{ [HEADER]: chosen }}
        ErrorComponent={Failure}
        onSignInSuccess={identity => {
          rememberedPersona.set(chosen);
          onSignInSuccess(forgettingOnSignOut(identity));
        }}
      />
    );
  }
  return (
    <PersonaPicker personas={personas} error={error} onChoose={setChosen} />
  );
}
