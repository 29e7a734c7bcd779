import { expect, test } from '@playwright/test';
import { PEOPLE } from './people';
import { Person } from './Person';
import { fillNamespaceWizard, submitReview } from './wizard';

/** Names that no earlier run on the same data has taken. */
const run = Date.now().toString(36).slice(-5);

test('a developer applies, cannot decide, the tenant administrator approves, and the namespace stands, in Chinese', async ({
  browser,
}) => {
  const name = `pay-${run}`;
  const namespace = `life-${name}-dev`;
  const liWei = await Person.signIn(browser, PEOPLE.liWei, 'zh');
  await fillNamespaceWizard(liWei, {
    name,
    environment: /开发/,
    size: /^小/,
    purpose: '缴费服务的开发环境',
  });
  await expect(liWei.page.getByRole('meter').first()).toBeVisible();
  await liWei.shot('new-request');
  await submitReview(liWei);
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
  await liWei.page.getByRole('tab', { name: '命名空间', exact: true }).click();
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
  await fillNamespaceWizard(liWei, {
    name,
    environment: /Test/,
    size: /^S:/,
    purpose: 'Quotes for the test team',
  });
  await expect(liWei.page.getByRole('meter').first()).toBeVisible();
  await liWei.shot('new-request');
  await submitReview(liWei);

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
  await wangFang.page
    .getByRole('tab', { name: 'Namespaces', exact: true })
    .click();
  await expect(wangFang.page.getByText(namespace).first()).toBeVisible();
  await wangFang.shot('tenant');

  const liuYang = await Person.signIn(browser, PEOPLE.liuYang, 'en');
  await liuYang.page.getByRole('link', { name: 'Audit' }).click();
  await expect(liuYang.page.getByText('request-decide').first()).toBeVisible();
  await liuYang.shot('audit');
  for (const person of [liWei, wangFang, liuYang]) await person.leave();
});
