import { test } from '@playwright/test';
import { PEOPLE, type PersonaName } from './people';
import { Person } from './Person';
import { PRODUCTION } from './production';
import {
  beRefusedAudit,
  lookIntoDocs,
  openApi,
  openAudit,
  openCatalog,
  openOverview,
  openService,
  search,
  seeNavigation,
} from './visit';

/** The trail of who did what is in the sidebar of those who may read it. */
const READS_AUDIT: PersonaName[] = [
  PEOPLE.chenJing,
  PEOPLE.zhouTao,
  PEOPLE.liuYang,
];

/** A member of a tenant and an administrator see all that there is; the others what their role makes different. */
const TOURISTS: PersonaName[] = [PEOPLE.liWei, PEOPLE.chenJing];

for (const name of TOURISTS) {
  const readsAudit = READS_AUDIT.includes(name);
  test(
    `${name.en} browses the catalog, a service, its API and its docs, searches and signs out, in both languages`,
    PRODUCTION,
    async ({ browser }) => {
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
    },
  );
}

for (const name of Object.values(PEOPLE)) {
  if (TOURISTS.includes(name)) continue;
  const readsAudit = READS_AUDIT.includes(name);
  test(
    `${name.en} signs in, ${readsAudit ? 'reads' : 'is refused'} the audit trail, browses the catalog and signs out, in both languages`,
    PRODUCTION,
    async ({ browser }) => {
      const person = await Person.signIn(browser, name, 'zh');
      await seeNavigation(person, { readsAudit });
      await openCatalog(person);
      if (readsAudit) await openAudit(person);
      else await beRefusedAudit(person);
      await person.switchLanguage('en');
      await seeNavigation(person, { readsAudit });
      await openCatalog(person);
      await person.signOut();
      await person.leave();
    },
  );
}
