import { useApi } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { usePortalLanguage } from '@caas/portal-ui';

/** Each language in its own words, so that one finds it without reading the other. */
const NAMES: Record<string, string> = { 'zh-CN': '中文', en: 'English' };

/** Switches the language of the portal. */
export function LanguageSwitch() {
  const api = useApi(appLanguageApiRef);
  const language = usePortalLanguage();
  const { languages } = api.getAvailableLanguages();
  if (languages.length < 2) return null;
  return (
    <ToggleButtonGroup
      aria-label="语言 Language"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[language]}
      onSelectionChange={keys => {
        const [next] = [...keys];
        if (next) api.setLanguage(String(next));
      }}
    >
      {languages.map(code => (
        <ToggleButton key={code} id={code} size="small">
          {NAMES[code] ?? code}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
