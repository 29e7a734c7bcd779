import { expect, test, type Page } from '@playwright/test';
import { PEOPLE } from './people';
import { Person } from './Person';

/** Names that no earlier run on the same data has taken. */
const run = Date.now().toString(36).slice(-5);

async function choose(page: Page, label: RegExp | string, option: RegExp) {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

test('a developer applies, cannot decide, the tenant administrator approves, and the namespace stands, in Chinese', async ({
  browser,
}) => {
  const name = `pay-${run}`;
  const namespace = `life-${name}-dev`;
  const liWei = await Person.signIn(browser, PEOPLE.liWei, 'zh');
  await liWei.page.goto('/requests/new');
  await liWei.page.getByRole('textbox', { name: /^名称/ }).fill('Pay Service');
  await liWei.page
    .getByRole('textbox', { name: /^用途/ })
    .fill('缴费服务的开发环境');
  await choose(liWei.page, /环境与集群/, /开发/);
  await liWei.page.getByRole('button', { name: '提交申请' }).click();
  await expect(liWei.page.getByText(/小写字母/).last()).toBeVisible();
  await liWei.page.getByRole('textbox', { name: /^名称/ }).fill(name);
  await expect(liWei.page.getByText(namespace).first()).toBeVisible();
  await expect(liWei.page.getByRole('meter').first()).toBeVisible();
  await liWei.shot('new-request');
  await liWei.page.getByRole('button', { name: '提交申请' }).click();
  await expect(liWei.page).toHaveURL(/\/requests\/[0-9a-f-]{36}$/);
  await expect(liWei.page.getByText('审批中').first()).toBeVisible();
  await expect(liWei.page.getByRole('button', { name: '同意' })).toHaveCount(0);
  const address = liWei.page.url();

  const zhangMin = await Person.signIn(browser, PEOPLE.zhangMin, 'zh');
  await zhangMin.page.goto(address);
  await zhangMin.expectComplaint(/status of 404/);
  await expect(zhangMin.page.getByText('缴费服务的开发环境')).toHaveCount(0);
  await zhangMin.page.goto('/requests?view=all');
  await expect(zhangMin.page.getByText('没有您可以查看的申请')).toBeVisible();
  await expect(zhangMin.page.getByText(namespace)).toHaveCount(0);
  await zhangMin.page.goto('/tenants');
  await expect(zhangMin.page.getByText('财险').first()).toBeVisible();
  await expect(zhangMin.page.getByText('寿险')).toHaveCount(0);

  const wangFang = await Person.signIn(browser, PEOPLE.wangFang, 'zh');
  await wangFang.page
    .getByRole('link', { name: new RegExp(namespace) })
    .click();
  await expect(wangFang.page.getByRole('meter').first()).toBeVisible();
  await wangFang.shot('request-approver');
  await wangFang.page.getByRole('button', { name: '同意' }).click();
  await expect(wangFang.page.getByText('已完成').first()).toBeVisible({
    timeout: 30_000,
  });
  await wangFang.shot('request-completed');
  // The applicant's page follows without a reload.
  await expect(liWei.page.getByText('已完成').first()).toBeVisible({
    timeout: 30_000,
  });

  await liWei.page.goto('/tenants/life');
  await expect(liWei.page.getByText(namespace).first()).toBeVisible();
  await expect(liWei.page.getByText('就绪').first()).toBeVisible();
  await liWei.shot('tenant');
  await expect(async () => {
    await liWei.page.goto(`/catalog/nonprod/resource/${namespace}`);
    await expect(liWei.page.getByText(namespace).first()).toBeVisible({
      timeout: 3000,
    });
  }).toPass({ timeout: 60_000 });

  // The group of the tenant names all that it owns.
  await zhangMin.page.goto('/catalog/default/group/life');
  await zhangMin.expectComplaint(/status of 404/);
  await zhangMin.page.goto(`/catalog/nonprod/resource/${namespace}`);
  await zhangMin.expectComplaint(/status of 404/);

  const liuYang = await Person.signIn(browser, PEOPLE.liuYang, 'zh');
  await liuYang.page.getByRole('link', { name: '审计' }).click();
  await expect(liuYang.page.getByText('request-decide').first()).toBeVisible();
  await liuYang.shot('audit');

  for (const person of [liWei, zhangMin, wangFang, liuYang]) {
    await person.leave();
  }
});

test('sign-in, request and approval, in English', async ({ browser }) => {
  const name = `quote-${run}`;
  const namespace = `life-${name}-test`;
  const liWei = await Person.signIn(browser, PEOPLE.liWei, 'en');
  await liWei.page.getByRole('link', { name: 'Catalog' }).click();
  await expect(
    liWei.page.getByRole('link', { name: '保单服务' }),
  ).toBeVisible();
  await liWei.shot('catalog');
  await liWei.page.goto('/requests/new');
  await liWei.page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await choose(liWei.page, /Environment and cluster/, /Test/);
  await liWei.page
    .getByRole('textbox', { name: /^Purpose/ })
    .fill('Quotes for the test team');
  await expect(liWei.page.getByRole('meter').first()).toBeVisible();
  await liWei.shot('new-request');
  await liWei.page.getByRole('button', { name: /Submit/ }).click();
  await expect(liWei.page).toHaveURL(/\/requests\/[0-9a-f-]{36}$/);

  const wangFang = await Person.signIn(browser, PEOPLE.wangFang, 'en');
  await wangFang.page
    .getByRole('link', { name: new RegExp(namespace) })
    .click();
  await expect(wangFang.page.getByRole('meter').first()).toBeVisible();
  await wangFang.shot('request-approver');
  await wangFang.page.getByRole('button', { name: 'Approve' }).click();
  await expect(wangFang.page.getByText('Completed').first()).toBeVisible({
    timeout: 30_000,
  });
  await wangFang.shot('request-completed');
  await wangFang.page.goto('/tenants/life');
  await expect(wangFang.page.getByText(namespace).first()).toBeVisible();
  await wangFang.shot('tenant');

  const liuYang = await Person.signIn(browser, PEOPLE.liuYang, 'en');
  await liuYang.page.getByRole('link', { name: 'Audit' }).click();
  await expect(liuYang.page.getByText('request-decide').first()).toBeVisible();
  await liuYang.shot('audit');
  for (const person of [liWei, wangFang, liuYang]) await person.leave();
});
