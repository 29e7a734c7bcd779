import { ENVIRONMENTS } from '@caas/plugin-tenancy-common';
import type { TenancyWords } from '@caas/plugin-tenancy-react';

/** The name of an environment; a request carries it as plain text, which may be one that is not known here. */
export function environmentText(
  environment: string | undefined,
  words: TenancyWords,
): string | undefined {
  const known = ENVIRONMENTS.find(name => name === environment);
  return known ? words.environment(known) : environment;
}
