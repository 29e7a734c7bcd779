import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './Person';

// People move by links, as people do: a reload fetches the development bundle anew, which takes as long as the visit.

/** The entries of the sidebar; the trail of who did what is there for those who may read it. */
export async function seeNavigation(
  { sidebar, words }: Person,
  options: { readsAudit: boolean },
): Promise<void> {
  for (const name of [words.home, words.catalog, words.clusters]) {
    await expect(
      sidebar.getByRole('link', { name, exact: true }),
    ).toBeVisible();
  }
  const audit = sidebar.getByRole('link', { name: words.audit, exact: true });
  if (options.readsAudit) await expect(audit).toBeVisible();
  else await expect(audit).toHaveCount(0);
}

/** The catalog, with the services of both tenants. */
export async function openCatalog({
  page,
  sidebar,
  words,
}: Person): Promise<void> {
  await sidebar.getByRole('link', { name: words.catalog, exact: true }).click();
  // Whoever owns services is shown those first.
  await page.getByTestId('user-picker-all').click();
  for (const service of ['保单服务', '车险定价服务']) {
    await expect(page.getByRole('link', { name: service })).toBeVisible();
  }
}

/** A service, by the link that names it. */
export async function openService({ page }: Person): Promise<void> {
  await page.getByRole('link', { name: '保单服务' }).first().click();
  await expect(page.getByRole('heading', { name: '保单服务' })).toBeVisible();
  await expect(page.getByText('寿险保单部').first()).toBeVisible();
}

/** Back to what an entity shows first. */
export async function openOverview({ page, words }: Person): Promise<void> {
  await tabsOf(page)
    .getByRole('link', { name: words.overview, exact: true })
    .click();
  await expect(page.getByText('寿险保单部').first()).toBeVisible();
}

/** From a service: the API that it provides, and the document that defines it. */
export async function openApi({ page, words }: Person): Promise<void> {
  await page.getByRole('link', { name: '保单接口' }).first().click();
  await expect(
    page.getByRole('heading', { name: '保单接口', exact: true }),
  ).toBeVisible();
  await tabsOf(page).getByRole('button', { name: words.documentation }).click();
  await page.getByRole('menuitemradio', { name: words.definition }).click();
  await expect(page.getByText('查询保单列表')).toBeVisible();
}

/** From a service: its documentation, rendered. */
export async function lookIntoDocs({ page, words }: Person): Promise<void> {
  await tabsOf(page)
    .getByRole('link', { name: words.docs, exact: true })
    .click();
  await expect(page.getByText('保单服务负责')).toBeVisible({ timeout: 60_000 });
}

/** The first cluster, from the page of all. */
export async function openCluster(person: Person): Promise<void> {
  await person.follow('clusters');
  await person.page
    .getByRole('link', { name: person.words.clusterDetails })
    .first()
    .click();
  await expect(
    person.page.getByRole('meter', { name: 'CPU' }).first(),
  ).toBeVisible();
}

/** From a cluster: a node that has something to do. */
export async function openNode({ page, words }: Person): Promise<void> {
  await page
    .getByRole('list', { name: words.nodeMap })
    .getByRole('link', { name: /general-1/ })
    .click();
  await expect(
    page.getByRole('heading', { level: 1, name: /general-1/ }),
  ).toBeVisible();
}

/** From a node: the namespace of a pod on it. */
export async function openNamespaceOfNode({ page }: Person): Promise<void> {
  await page
    .getByRole('link', { name: /^life-policy-core-/ })
    .first()
    .click();
  await expect(
    page.getByRole('heading', { level: 1, name: /^life-policy-core-/ }),
  ).toBeVisible();
}

/** From a namespace: a pod, with its log. */
export async function openPod({ page }: Person): Promise<void> {
  await page
    .getByRole('link', { name: /^policy-service-/ })
    .first()
    .click();
  await expect(page.getByRole('log')).toContainText('policy-service');
}

/** The trail of who did what, for somebody who may read it. */
export async function openAudit(person: Person): Promise<void> {
  await person.follow('audit');
  await expect(person.page.getByText(person.words.denied)).toHaveCount(0);
}

/** The trail of who did what, by its address, for somebody who may not read it. */
export async function beRefusedAudit(person: Person): Promise<void> {
  await person.page.goto('/audit');
  await expect(person.page.getByText(person.words.denied)).toBeVisible();
  await person.expectComplaint(/status of 403/);
}

/** Searches from the sidebar, and finds. */
export async function search(
  person: Person,
  query: string,
  found: string,
): Promise<void> {
  const dialog = await askInDialog(person, query);
  await seeResult(dialog, found);
  await person.page.keyboard.press('Escape');
}

/** The page with all that a search finds. */
export async function seeResults(
  person: Person,
  query: string,
  found: string,
): Promise<void> {
  const { page } = person;
  const dialog = await askInDialog(person, query);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search/);
  await expect(dialog).toHaveCount(0);
  await seeResult(page.getByRole('article'), found);
}

/** Opens the search from the sidebar, and types; the cursor stays in the box. */
async function askInDialog(
  { page, sidebar, words }: Person,
  query: string,
): Promise<Locator> {
  await sidebar
    .getByRole('button', { name: words.search, exact: true })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(query);
  return dialog;
}

async function seeResult(place: Locator, found: string): Promise<void> {
  await expect(place.getByRole('link', { name: found }).first()).toBeVisible();
}

/** The tabs of an entity. */
function tabsOf(page: Page) {
  return page.getByRole('navigation', { name: 'Content navigation' });
}

/** The desk: from the list of requests to a page that it links to. */
export async function openFromRequests(
  person: Person,
  link: string,
): Promise<void> {
  await person.follow('requests');
  // An empty list has the link to a new request a second time.
  await person.page
    .getByRole('link', { name: link, exact: true })
    .first()
    .click();
  await expect(
    person.page.getByRole('heading', { level: 1, name: link }),
  ).toBeVisible();
}

/** A tenant, from the page of all. */
export async function openTenant(person: Person, name: string): Promise<void> {
  await person.follow('tenants');
  await person.page.getByRole('row').filter({ hasText: name }).click();
  await expect(
    person.page.getByRole('heading', { level: 1, name }),
  ).toBeVisible();
}

/** From a tenant: one of its parts. */
export async function openPart({ page }: Person, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name, exact: true });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}
