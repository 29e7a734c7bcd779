import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { PEOPLE } from './people';
import { Person } from './Person';

async function pick(page: Page, label: RegExp, option: string) {
  await page.getByRole('textbox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Chooses one of the templates by words of its card. */
async function chooseTemplate(page: Page, words: string): Promise<void> {
  await page
    .locator('.MuiCard-root')
    .filter({ hasText: words })
    .getByRole('button', { name: '选择' })
    .click();
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

test('a developer browses the catalog and scaffolds a service that can be cloned, in Chinese', async ({
  browser,
}) => {
  const service = `renewal-${Date.now().toString(36).slice(-5)}`;
  const liWei = await Person.signIn(browser, PEOPLE.liWei, 'zh');
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
  await chooseTemplate(page, 'Spring Cloud');
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
