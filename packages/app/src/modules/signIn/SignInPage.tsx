import { configApiRef, useApi } from '@backstage/core-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { CompanySignInPage } from './CompanySignInPage';
import { PersonaSignInPage } from './PersonaSignInPage';

/** On a laptop the demo people; everywhere else the account of the company. */
export function SignInPage(props: SignInPageProps) {
  const config = useApi(configApiRef);
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  const hasPersonas =
    (config.getOptionalConfigArray('app.personas') ?? []).length > 0;
  return environment === 'development' && hasPersonas ? (
    <PersonaSignInPage {...props} />
  ) : (
    <CompanySignInPage {...props} />
  );
}
