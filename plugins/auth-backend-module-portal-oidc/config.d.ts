export interface Config {
  auth?: {
    providers?: {
      /** Sign-in with OpenID Connect. Without it nobody signs in so. The keys are values of `auth.environment`. */
      oidc?: {
        [environment: string]: {
          clientId: string;
          /** @visibility secret */
          clientSecret: string;
          /** The discovery document, such as `https://sso.example.com/realms/staff/.well-known/openid-configuration`. */
          metadataUrl: string;
          callbackUrl?: string;
          tokenEndpointAuthMethod?: string;
          tokenSignedResponseAlg?: string;
          additionalScopes?: string | string[];
          /** `auto` leaves it to the identity provider whether to ask for the password again. */
          prompt?: string;
          signIn: {
            resolvers: Array<{
              resolver: 'claimMatchingUser';
              /** Claim that stays the same for a person's whole life, such as `sub`. */
              claim: string;
              /**
               * Annotation of the catalog user that holds the claim's value. Left out: the e-mail address of the
               * user's profile holds it.
               */
              annotation?: string;
            }>;
          };
        };
      };
    };
  };
}
