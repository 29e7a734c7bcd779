import { expect, test, type Page } from '@playwright/test';
import { PEOPLE } from './people';
import { Person } from './Person';
import { sandboxCluster } from './sandboxCluster';

/** Confirms what a button asks about, with a reason where one is wanted. */
async function confirm(page: Page, action: string | RegExp, reason?: string) {
  const dialog = page.getByRole('dialog');
  if (reason) {
    await dialog.getByRole('textbox', { name: /^(原因|Reason)/ }).fill(reason);
  }
  await dialog.getByRole('button', { name: action }).click();
  await expect(dialog).toHaveCount(0);
}

test('a platform administrator looks through a cluster, closes a node, empties it and opens it again, in Chinese', async ({
  browser,
}) => {
  const chenJing = await Person.signIn(browser, PEOPLE.chenJing, 'zh');
  const { page } = chenJing;
  await chenJing.follow('clusters');
  await expect(page.getByText('6 / 6 就绪')).toBeVisible();
  await chenJing.shot('clusters');
  await page
    .getByRole('link', { name: chenJing.words.clusterDetails })
    .first()
    .click();
  await expect(
    page.getByRole('heading', { name: '非生产集群' }).first(),
  ).toBeVisible();
  await expect(page.getByRole('meter', { name: 'CPU' }).first()).toBeVisible();
  await chenJing.shot('cluster');

  const map = page.getByRole('list', { name: chenJing.words.nodeMap });
  await map.getByRole('link', { name: /nonprod-dmz-2/ }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'nonprod-dmz-2' }),
  ).toBeVisible();
  await page.getByRole('button', { name: '停止调度' }).click();
  await confirm(page, '停止调度');
  await expect(
    page.getByText('已停止调度', { exact: true }).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: '排空' }).click();
  await confirm(page, '排空', '更换网卡');
  await expect(page.getByText('已完成').first()).toBeVisible();
  await chenJing.shot('node');
  await page.getByRole('button', { name: '恢复调度' }).click();
  await confirm(page, '恢复调度');
  await expect(page.getByRole('button', { name: '停止调度' })).toBeVisible();
  await chenJing.leave();
});

test('a developer finds the instances of a service, reads their log as it grows, restarts it, and sees nothing of others, in English', async ({
  browser,
}) => {
  const liWei = await Person.signIn(browser, PEOPLE.liWei, 'en');
  const { page } = liWei;
  await page.goto('/catalog/default/component/product-service/running');
  await expect(page.getByText(/life-policy-core-dev/).first()).toBeVisible();
  await liWei.shot('instances');
  const pods = page.getByRole('grid', { name: 'Pods' });
  await pods.getByRole('link', { name: 'Log' }).first().click();
  const log = page.getByRole('log');
  await expect(log).toContainText('product-service');
  const before = (await log.innerText()).length;
  await expect
    .poll(async () => (await log.innerText()).length)
    .toBeGreaterThan(before);
  await liWei.shot('pod');

  await page.goto('/clusters/nonprod/namespaces/life-policy-core-dev');
  const row = page.getByRole('row', { name: /product-service Deployment/ });
  const instance = page
    .getByRole('rowheader', { name: /^product-service-/ })
    .first();
  const name = await instance.innerText();
  await row.getByRole('button', { name: 'Restart' }).click();
  await confirm(page, 'Restart');
  // Another pod takes the place of this one, and the page says so without a reload.
  await expect(page.getByText(name.split('\n')[0])).toHaveCount(0);
  await expect(instance).toBeVisible();
  await liWei.shot('namespace');

  await page.goto('/clusters/nonprod/namespaces/property-claims-dev');
  await expect(
    page.getByText("There is no namespace 'property-claims-dev'"),
  ).toBeVisible();
  await page.goto('/clusters/nonprod/nodes/nonprod-general-1');
  await expect(page.getByText('You may not see this')).toBeVisible();
  await liWei.expectComplaint(/status of 403/);
  await liWei.leave();
});

test('a platform administrator registers a cluster only when the portal gets in, and removes it', async ({
  browser,
}) => {
  const { url, ca, token } = sandboxCluster('prod');
  const name = `drill-${Date.now().toString(36)}`;
  const chenJing = await Person.signIn(browser, PEOPLE.chenJing, 'en');
  const { page } = chenJing;
  await chenJing.follow('clusters');
  await page.getByRole('link', { name: 'Register a cluster' }).click();
  const fill = (label: RegExp, value: string) =>
    page.getByRole('textbox', { name: label }).fill(value);
  await fill(/^Name/, name);
  await fill(/Chinese/, '演练集群');
  await fill(/English/, 'Drill');
  // The box itself lies under its picture.
  await page.getByText('Production', { exact: true }).click();
  await fill(/^Address of the API server/, url);
  await fill(/^Certificate authority/, ca);
  await fill(/^Token of/, 'not-the-token');
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expect(page.getByText('The connection cannot be used')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await fill(/^Token of/, token);
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expect(page.getByText(/^The connection works/)).toBeVisible();
  await chenJing.shot('register-cluster');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(
    page.getByRole('heading', { name: 'Drill' }).first(),
  ).toBeVisible();
  await expect(page.getByText('Connected').first()).toBeVisible();
  await page.getByRole('button', { name: 'Remove' }).click();
  await confirm(page, 'Remove it');
  await expect(page).toHaveURL(/\/clusters$/);
  await expect(page.getByRole('heading', { name: 'Drill' })).toHaveCount(0);
  // The page of the cluster may still have been asking for what is there while it was removed.
  chenJing.forgive(/status of 404 .*\/api\/clusters\/clusters\/drill-/);
  await chenJing.leave();
});
