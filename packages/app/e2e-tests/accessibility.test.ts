import { expect, test } from '@playwright/test';
import { findViolations } from './accessibility';
import { PEOPLE } from './people';
import { Person } from './Person';
import {
  lookIntoDocs,
  openApi,
  openCatalog,
  openCluster,
  openFromRequests,
  openNamespaceOfNode,
  openNode,
  openOverview,
  openPart,
  openPod,
  openService,
  openTenant,
  seeResults,
} from './visit';
import { choose } from './wizard';

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

test('nobody is shut out of what is applied for, in light and dark', async ({
  browser,
}) => {
  const person = await Person.signIn(browser, PEOPLE.wangFang, 'zh');
  const { page, words } = person;
  const next = page.getByRole('button', { name: words.next, exact: true });
  await openFromRequests(person, '审批代理');
  await look(person, 'delegations');
  await page.getByRole('button', { name: '设置代理', exact: true }).click();
  await expect(page.getByText('请选择代理人')).toBeVisible();
  await look(person, 'delegations with what is missing');
  await openFromRequests(person, '审批策略');
  await look(person, 'policy');
  await openFromRequests(person, '新建申请');
  await look(person, 'kinds of request');
  await page
    .locator('label')
    .filter({ has: page.getByRole('radio', { name: /创建命名空间/ }) })
    .click();
  await next.click();
  await expect(page.getByRole('textbox', { name: words.name })).toBeVisible();
  await look(person, 'form');
  await next.click();
  await expect(page.getByText('请填写命名空间名称')).toBeVisible();
  await look(person, 'form with what is missing');
  await page.getByRole('textbox', { name: words.name }).fill('axe');
  await choose(page, words.place, /开发/);
  await next.click();
  await look(person, 'sizes');
  await next.click();
  await expect(page.getByText('将由谁审批')).toBeVisible();
  await look(person, 'review');
  // Whoever leaves a draft is asked what shall become of it.
  await person.sidebar
    .getByRole('link', { name: words.tenants, exact: true })
    .click();
  const discard = page.getByRole('button', {
    name: '放弃草稿并离开',
    exact: true,
  });
  await expect(discard).toBeVisible();
  await look(person, 'leaving a draft');
  await discard.click();
  await openTenant(person, '寿险');
  for (const part of [
    '概览',
    '组织架构',
    '人员与角色',
    '配额',
    '命名空间',
    '申请',
  ]) {
    await openPart(person, part);
    await look(person, `tenant, ${part}`);
  }
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
