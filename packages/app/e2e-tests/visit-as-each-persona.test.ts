import { test } from '@playwright/test';
import { PEOPLE } from './people';
import { Person } from './Person';
import {
  lookIntoDocs,
  openApi,
  openCatalog,
  openOverview,
  openService,
  search,
  seeNavigation,
} from './visit';

/** The trail of who did what is in the sidebar of those who may read it. */
const READS_AUDIT = [PEOPLE.chenJing, PEOPLE.liuYang];

for (const name of Object.values(PEOPLE)) {
  const readsAudit = READS_AUDIT.some(reader => reader === name);
  test(`${name.en} browses the catalog, a service, its API and its docs, searches and signs out, in both languages`, async ({
    browser,
  }) => {
    const person = await Person.signIn(browser, name, 'zh');
    await seeNavigation(person, { readsAudit });
    await openCatalog(person);
    await openService(person);
    await lookIntoDocs(person);
    await openOverview(person);
    await openApi(person);
    await search(person, '核保', '核保服务');
    await person.switchLanguage('en');
    await seeNavigation(person, { readsAudit });
    await openCatalog(person);
    await openService(person);
    await openApi(person);
    await person.signOut();
    await person.leave();
  });
}
