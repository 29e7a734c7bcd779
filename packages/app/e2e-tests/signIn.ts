import type { Page } from '@playwright/test';
import type { Language } from './language';
import type { PersonaName } from './people';

/**
 * Passes the sign-in page as somebody, and is the only place that knows how: the people of the sandbox stand there as
 * cards. A portal that signs in otherwise gets its way here.
 */
export async function passSignInPage(
  page: Page,
  name: PersonaName,
  language: Language,
): Promise<void> {
  await personaCard(page, name[language]).click();
}

/** The card of somebody on the sign-in page: their name, then what they do. */
function personaCard(page: Page, name: string) {
  return page.getByRole('button', { name: new RegExp(`^${name} `) });
}
