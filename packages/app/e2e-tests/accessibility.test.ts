import { expect, test } from '@playwright/test';
import { findViolations } from './accessibility';
import { PEOPLE } from './people';
import { Person } from './Person';
import {
  lookIntoDocs,
  openApi,
  openCatalog,
  openCluster,
  openNamespaceOfNode,
  openNode,
  openOverview,
  openPod,
  openService,
  seeResults,
} from './visit';

test('nobody is shut out of a page, in light and dark', async ({ browser }) => {
  const person = await Person.signIn(browser, PEOPLE.chenJing, 'zh', {
    onSignInPage: look,
  });
  await look(person, 'home');
  await openCatalog(person);
  await look(person, 'catalog');
  await openService(person);
  await look(person, 'service');
  await lookIntoDocs(person);
  await look(person, 'documentation');
  await openOverview(person);
  await openApi(person);
  await look(person, 'API');
  await seeResults(person, '核保', '核保服务');
  await look(person, 'search');
  for (const name of [
    'requests',
    'tenants',
    'clusters',
    'audit',
    'settings',
  ] as const) {
    await person.follow(name);
    await look(person, name);
  }
  await openCluster(person);
  await look(person, 'cluster');
  await openNode(person);
  await look(person, 'node');
  await openNamespaceOfNode(person);
  await look(person, 'namespace');
  await openPod(person);
  await look(person, 'pod');
  await person.leave();
});

/** The theme follows the machine, so that one visit shows both. */
async function look(person: Person, place: string): Promise<void> {
  const { page } = person;
  await person.waitForContent();
  // The page at rest: what lies under the pointer has other colours.
  await page.mouse.move(0, 0);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    // A rendered document is a page of its own inside the page, with a body that has no theme.
    await expect(
      page.locator(`body[data-theme-mode="${theme}"]`),
    ).toBeVisible();
    expect
      .soft(
        await findViolations(
          page,
          theme === 'light' ? 'everything' : 'colours',
        ),
        `${place} in ${theme}`,
      )
      .toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
