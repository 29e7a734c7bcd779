import type { Config } from '@backstage/config';

/** How an account of the identity provider becomes a person of the catalog. */
export type AccountSettings = {
  /** The claim that says who it is. */
  claim: string;
  /** Annotation of the user that holds the claim's value; undefined: the e-mail address of the profile holds it. */
  annotation?: string;
  /** The claim with the groups of the account. */
  groupsClaim?: string;
};

/** Reads `auth.accounts`. */
export function readAccountSettings(config: Config): AccountSettings {
  return {
    claim: config.getString('auth.accounts.claim'),
    annotation: config.getOptionalString('auth.accounts.annotation'),
    groupsClaim: config.getOptionalString('auth.accounts.groupsClaim'),
  };
}
