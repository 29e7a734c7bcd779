export interface Config {
  auth?: {
    /** Sign-in without a password, for a laptop. */
    personas?: {
      /**
       * Entity refs of the catalog users who may sign in so. Leave it out, or empty, in production: with anybody in it
       * the portal refuses to start there. Needs `auth.providers.personas: {}` beside it.
       */
      users?: string[];
    };
  };
}
