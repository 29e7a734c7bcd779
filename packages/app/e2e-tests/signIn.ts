import { expect, type Page } from '@playwright/test';
import { WORDS, type Language } from './language';
import type { PersonaName } from './people';

/**
 * Passes the sign-in page as somebody, and is the only place that knows how. In development the people stand there as
 * cards; in production a button leads to the sign-in of the company.
 */
export async function passSignInPage(
  page: Page,
  name: PersonaName,
  language: Language,
): Promise<void> {
  const card = personaCard(page, name[language]);
  const company = page.getByRole('button', {
    name: WORDS[language].companyAccount,
  });
  await expect(card.or(company)).toBeEnabled();
  if (await card.isVisible()) {
    await card.click();
    return;
  }
  await company.click();
  await signInAtCompany(page, name);
}

/** The card of somebody on the sign-in page: their name, then what they do. */
function personaCard(page: Page, name: string) {
  return page.getByRole('button', { name: new RegExp(`^${name} `) });
}

/** The identity provider of tools/production lists its accounts, and asks for no password. */
async function signInAtCompany(page: Page, { account }: PersonaName) {
  await page.getByRole('link', { name: account, exact: true }).click();
}
