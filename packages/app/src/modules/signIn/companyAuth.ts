import { OAuth2 } from '@backstage/core-app-api';
import type {
  ConfigApi,
  DiscoveryApi,
  OAuthRequestApi,
} from '@backstage/core-plugin-api';

/** Name of the authentication provider of `@caas/plugin-auth-backend-module-portal-oidc`. */
const PROVIDER = 'oidc';

/** The session at the company's sign-in, renewed without asking for as long as it lasts. */
export function createCompanyAuth(apis: {
  configApi: ConfigApi;
  discoveryApi: DiscoveryApi;
  oauthRequestApi: OAuthRequestApi;
}) {
  return OAuth2.create({
    ...apis,
    provider: { id: PROVIDER, title: 'OpenID Connect', icon: () => null },
    environment: apis.configApi.getOptionalString('auth.environment'),
    defaultScopes: ['openid', 'profile', 'email'],
  });
}

/** The session, as the sign-in page uses it. */
export type CompanyAuth = ReturnType<typeof createCompanyAuth>;
