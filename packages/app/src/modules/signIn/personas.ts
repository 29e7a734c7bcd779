import type { ConfigApi } from '@backstage/core-plugin-api';
import type { BilingualText } from '@caas/portal-ui';

/** Somebody whom the sign-in page offers. */
export type Persona = {
  userRef: string;
  name: BilingualText;
  role: BilingualText;
  tenant?: BilingualText;
};

/** The people in `app.personas`. */
export function readPersonas(config: ConfigApi): Persona[] {
  return (config.getOptionalConfigArray('app.personas') ?? []).map(entry => ({
    userRef: entry.getString('userRef'),
    name: bilingual(entry.getString('name'), entry.getString('nameEn')),
    role: bilingual(entry.getString('role'), entry.getString('roleEn')),
    tenant: entry.has('tenant')
      ? bilingual(
          entry.getString('tenant'),
          entry.getOptionalString('tenantEn') ?? entry.getString('tenant'),
        )
      : undefined,
  }));
}

function bilingual(chinese: string, english: string): BilingualText {
  return { 'zh-CN': chinese, en: english };
}
