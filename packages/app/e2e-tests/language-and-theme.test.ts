import { expect, test } from '@playwright/test';
import { PEOPLE } from './people';
import { Person } from './Person';
import { PRODUCTION } from './production';

test(
  'the language and the theme that somebody chose are still there after a reload',
  PRODUCTION,
  async ({ browser }) => {
    const person = await Person.signIn(browser, PEOPLE.zhaoLei, 'zh');
    const { page } = person;
    await person.switchTheme('dark');
    await person.switchLanguage('en');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.reload();
    await expect(page.getByRole('link', { name: 'Home' })).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.locator('body')).toHaveAttribute(
      'data-theme-mode',
      'dark',
    );
    await person.switchTheme('light');
    await person.switchLanguage('zh');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await person.leave();
  },
);
