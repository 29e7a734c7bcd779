type Duration = string | { [unit: string]: number };

export interface Config {
  auth?: {
    /** How an account of the identity provider in `auth.providers.oidc` becomes a person of the catalog. */
    accounts?: {
      /**
       * Claim that says who it is, such as `sub`: one that people cannot change themselves, and that is never given to
       * somebody else.
       */
      claim: string;
      /**
       * Annotation of the catalog user that holds the claim's value. Left out: the e-mail address of the user's profile
       * holds it.
       */
      annotation?: string;
      /** Claim with the groups of the account, such as `groups`, for `tenancy.groupRoles`. */
      groupsClaim?: string;
    };
  };
  catalog?: {
    providers?: {
      /** The directory that the people come from. The schema of the stock module leaves out what it reads here. */
      ldapOrg?: {
        [id: string]: {
          schedule?: {
            frequency: Duration;
            timeout: Duration;
            initialDelay?: Duration;
          };
        };
      };
    };
  };
}
