import { environment } from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';

/** The word for an environment; what a label on the cluster says that we do not know stays as it is. */
export function useEnvironmentName(): (name: string) => string {
  const words = useTenancyWords();
  return name => {
    const known = environment.safeParse(name);
    return known.success ? words.environment(known.data) : name;
  };
}
