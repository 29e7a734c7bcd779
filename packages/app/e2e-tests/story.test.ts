import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Person } from './portal';

/** Names that no earlier run on the same data has taken. */
const run = Date.now().toString(36).slice(-5);

async function choose(page: Page, label: RegExp | string, option: RegExp) {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

test.describe('the story, in Chinese', () => {
  test('a developer browses the catalog and scaffolds a service that can be cloned', async ({
    browser,
  }) => {
    const service = `renewal-${run}`;
    const liWei = await signIn(browser, '李伟');
    const { page } = liWei;
    await page.getByRole('link', { name: '服务目录' }).click();
    await expect(page.getByRole('link', { name: '保单服务' })).toBeVisible();
    await liWei.shot('catalog');
    await page.getByRole('link', { name: '保单服务' }).click();
    await expect(page.getByRole('heading', { name: '保单服务' })).toBeVisible();
    await expect(page.getByText('寿险保单部').first()).toBeVisible();
    await expect(
      page.getByRole('link', { name: '保单接口' }).first(),
    ).toBeVisible();

    await page.goto('/create');
    await page.getByRole('button', { name: '选择' }).click();
    await fillTemplate(page, service);
    await expect(
      page.getByRole('link', { name: /代码仓库|Repository/ }),
    ).toBeVisible({
      timeout: 90_000,
    });
    await liWei.shot('scaffold');

    const folder = mkdtempSync(path.join(tmpdir(), 'caas-clone-'));
    try {
      execFileSync('git', [
        'clone',
        '--quiet',
        `http://localhost:7450/life/${service}.git`,
        folder,
      ]);
      expect(readFileSync(path.join(folder, 'Jenkinsfile'), 'utf8')).toContain(
        'pipeline {',
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    await expect(async () => {
      await page.goto(`/catalog/default/component/${service}`);
      await expect(page.getByText(service).first()).toBeVisible({
        timeout: 3000,
      });
    }).toPass({ timeout: 60_000 });
    await liWei.leave();
  });

  test('a developer applies, cannot decide, the tenant administrator approves, and the namespace stands', async ({
    browser,
  }) => {
    const name = `pay-${run}`;
    const namespace = `life-${name}-dev`;
    const liWei = await signIn(browser, '李伟');
    await liWei.page.goto('/requests/new');
    await liWei.page
      .getByRole('textbox', { name: /^名称/ })
      .fill('Pay Service');
    await liWei.page
      .getByRole('textbox', { name: /^用途/ })
      .fill('缴费服务的开发环境');
    await choose(liWei.page, /环境与集群/, /开发/);
    await liWei.page.getByRole('button', { name: '提交申请' }).click();
    await expect(liWei.page.getByText(/小写字母/).last()).toBeVisible();
    await liWei.page.getByRole('textbox', { name: /^名称/ }).fill(name);
    await expect(liWei.page.getByText(namespace).first()).toBeVisible();
    await expect(liWei.page.getByText(/剩余/).first()).toBeVisible();
    await liWei.shot('new-request');
    await liWei.page.getByRole('button', { name: '提交申请' }).click();
    await expect(liWei.page).toHaveURL(/\/requests\/[0-9a-f-]{36}$/);
    await expect(liWei.page.getByText('审批中').first()).toBeVisible();
    await expect(liWei.page.getByRole('button', { name: '同意' })).toHaveCount(
      0,
    );
    const address = liWei.page.url();

    const zhangMin = await signIn(browser, '张敏');
    await zhangMin.page.goto(address);
    await expect(zhangMin.page.getByText('缴费服务的开发环境')).toHaveCount(0);
    await zhangMin.page.goto('/requests?view=all');
    await expect(zhangMin.page.getByText(namespace)).toHaveCount(0);
    await zhangMin.page.goto('/tenants');
    await expect(zhangMin.page.getByText('财险').first()).toBeVisible();
    await expect(zhangMin.page.getByText('寿险')).toHaveCount(0);

    const wangFang = await signIn(browser, '王芳');
    await wangFang.page
      .getByRole('link', { name: new RegExp(namespace) })
      .click();
    await expect(wangFang.page.getByText(/剩余/).first()).toBeVisible();
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

    const liuYang = await signIn(browser, '刘洋');
    await liuYang.page.getByRole('link', { name: '审计' }).click();
    await expect(
      liuYang.page.getByText('request-decide').first(),
    ).toBeVisible();
    await liuYang.shot('audit');

    for (const person of [liWei, zhangMin, wangFang, liuYang]) {
      await person.leave();
    }
  });
});

test('sign-in, request and approval, in English', async ({ browser }) => {
  const name = `quote-${run}`;
  const namespace = `life-${name}-test`;
  const liWei = await signIn(browser, 'Li Wei', 'en');
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
  await expect(liWei.page.getByText(/left/).first()).toBeVisible();
  await liWei.shot('new-request');
  await liWei.page.getByRole('button', { name: /Submit/ }).click();
  await expect(liWei.page).toHaveURL(/\/requests\/[0-9a-f-]{36}$/);

  const wangFang = await signIn(browser, 'Wang Fang', 'en');
  await wangFang.page
    .getByRole('link', { name: new RegExp(namespace) })
    .click();
  await expect(wangFang.page.getByText(/left/).first()).toBeVisible();
  await wangFang.shot('request-approver');
  await wangFang.page.getByRole('button', { name: 'Approve' }).click();
  await expect(wangFang.page.getByText('Completed').first()).toBeVisible({
    timeout: 30_000,
  });
  await wangFang.shot('request-completed');
  await wangFang.page.goto('/tenants/life');
  await expect(wangFang.page.getByText(namespace).first()).toBeVisible();
  await wangFang.shot('tenant');

  const liuYang = await signIn(browser, 'Liu Yang', 'en');
  await liuYang.page.getByRole('link', { name: 'Audit' }).click();
  await expect(liuYang.page.getByText('request-decide').first()).toBeVisible();
  await liuYang.shot('audit');
  for (const person of [liWei, wangFang, liuYang]) await person.leave();
});

const signIn = (
  browser: Parameters<typeof Person.signIn>[0],
  name: string,
  language: 'zh' | 'en' = 'zh',
) => Person.signIn(browser, name, language);

async function pick(page: Page, label: RegExp, option: string) {
  await page.getByRole('textbox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Walks through the form of the template, a wrong name first, up to the button that starts it. */
async function fillTemplate(page: Page, service: string): Promise<void> {
  const next = page.getByRole('button', { name: '下一步' });
  const name = page.getByRole('textbox', { name: /服务名/ });
  await name.fill('Renewal Service');
  await page.getByRole('textbox', { name: /中文名/ }).fill('续期提醒服务');
  await page
    .getByRole('textbox', { name: /说明/ })
    .fill('在保单到期之前提醒客户续期。');
  await pick(page, /负责团队/, '寿险保单部');
  await pick(page, /所属系统/, '保单核心');
  await next.click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill(service);
  await next.click();
  await page.getByRole('textbox', { name: /Java 组织前缀/ }).fill('com.life');
  await next.click();
  await page.getByRole('textbox', { name: '仓库' }).fill(service);
  const create = page.getByRole('button', { name: '创建' });
  // The stock field hands its value to the form a moment after the last key.
  await expect(async () => {
    await page.getByRole('button', { name: '核对' }).click();
    await expect(create).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await create.click();
}
