import { expect, test, type Page } from '@playwright/test';
import { askSandbox, objectsIn } from './askSandbox';
import { PEOPLE } from './people';
import { Person } from './Person';
import {
  chooseSize,
  choose,
  fillNamespaceWizard,
  submitReview,
} from './wizard';

/** Names that no earlier run on the same data has taken. */
const run = Date.now().toString(36).slice(-5);

const approveButton = (page: Page) =>
  page.getByRole('button', { name: '同意', exact: true });
const stateOf = (page: Page, state: string) =>
  page.getByText(state, { exact: true }).first();

/** Marks the page as it is now: a reload would lose the mark. */
const mark = (page: Page) =>
  page.evaluate(() => document.body.setAttribute('data-mark', 'here'));
const expectNoReload = (page: Page) =>
  expect(page.locator('body')).toHaveAttribute('data-mark', 'here');

/** Opens what a notification about this namespace is about. */
async function followNotification(
  page: Page,
  namespace: string,
  title: RegExp,
) {
  await page.goto('/notifications');
  await page
    .getByRole('row')
    .filter({ hasText: namespace })
    .getByRole('link', { name: title })
    .click();
}

/** What a page says of a request, without what was asked for. */
async function answerFor(person: Person, id: string): Promise<string> {
  await person.page.goto(`/requests/${id}`);
  await person.expectComplaint(new RegExp(`status of 404 .*${id}`));
  await expect(person.page.getByText(id).first()).toBeVisible();
  const text = await person.page.locator('main').first().innerText();
  return text.replaceAll(id, '…');
}

test('a namespace for production: applied for, returned, revised, approved by three people, made step by step, in Chinese', async ({
  browser,
}) => {
  // Five people, each of whom loads the bundle several times.
  test.slow();
  const name = `claims-${run}`;
  const namespace = `life-${name}-prod`;

  // 李伟 applies.
  const liWei = await Person.signIn(browser, PEOPLE.liWei, 'zh');
  const mine = liWei.page;
  await fillNamespaceWizard(liWei, {
    name,
    environment: /生产/,
    size: /^大/,
    purpose: '理赔服务的生产环境',
  });
  // The review says who would decide, and the exact objects.
  await expect(mine.getByText('将由谁审批')).toBeVisible();
  await expect(mine.getByText('两名平台管理员审批').first()).toBeVisible();
  await expect(mine.getByText(/ResourceQuota/).first()).toBeVisible();
  await liWei.shot('new-request-review');
  const address = await submitReview(liWei);
  const id = address.split('/').pop()!;
  await expect(stateOf(mine, '审批中')).toBeVisible();
  // Nobody decides their own request.
  await expect(approveButton(mine)).toHaveCount(0);
  await expect(mine.getByText('任何人都不能审批自己的申请')).toBeVisible();
  await mark(mine);

  // 张敏 of another tenant is told of it what is told of one that is not there.
  const zhangMin = await Person.signIn(browser, PEOPLE.zhangMin, 'zh');
  const foreign = await answerFor(zhangMin, id);
  expect(foreign).not.toContain(name);
  expect(foreign).toBe(
    await answerFor(zhangMin, '00000000-0000-4000-8000-000000000000'),
  );

  // 王芳 finds it through her notification, and returns it.
  const wangFang = await Person.signIn(browser, PEOPLE.wangFang, 'zh');
  const theirs = wangFang.page;
  await followNotification(theirs, namespace, /有申请待您审批/);
  await expect(theirs).toHaveURL(address);
  await theirs.getByRole('textbox', { name: /^审批意见/ }).fill('请先用小规格');
  await theirs.getByRole('button', { name: '退回', exact: true }).click();
  await expect(stateOf(theirs, '已退回')).toBeVisible();

  // 李伟 sees it without a reload, and revises.
  await expect(stateOf(mine, '已退回')).toBeVisible();
  await expect(mine.getByText('请先用小规格').first()).toBeVisible();
  await expectNoReload(mine);
  await mine.getByRole('link', { name: '修订', exact: true }).click();
  await expect(mine.getByText('退回意见').first()).toBeVisible();
  await mine.getByRole('button', { name: '下一步', exact: true }).click();
  await chooseSize(mine, /^小/);
  await mine.getByRole('button', { name: '下一步', exact: true }).click();
  await mine.getByRole('button', { name: '提交修订', exact: true }).click();
  await expect(mine).toHaveURL(address);
  await expect(stateOf(mine, '审批中')).toBeVisible();
  await mark(mine);

  // 王芳 approves; then the two platform administrators, of whom neither is enough.
  await approveButton(theirs).click();
  await expect(approveButton(theirs)).toHaveCount(0);
  const chenJing = await Person.signIn(browser, PEOPLE.chenJing, 'zh');
  await chenJing.page.goto(address);
  await expect(chenJing.page.getByText('至少 2 人同意')).toBeVisible();
  await chenJing.shot('request-two-administrators');
  await approveButton(chenJing.page).click();
  await expect(approveButton(chenJing.page)).toHaveCount(0);
  await expect(stateOf(chenJing.page, '审批中')).toBeVisible();
  expect(
    (await askSandbox('prod', `/api/v1/namespaces/${namespace}`)).status,
  ).toBe(404);
  const zhouTao = await Person.signIn(browser, PEOPLE.zhouTao, 'zh');
  await zhouTao.page.goto(address);
  await approveButton(zhouTao.page).click();

  // The steps run before the eyes of 李伟, who has not touched the page.
  const steps = mine.getByRole('list', { name: '执行进度' });
  await expect(steps.getByText('从配额中分配')).toBeVisible();
  await expect(stateOf(mine, '已完成')).toBeVisible();
  await expect(steps.getByRole('listitem')).toHaveCount(3);
  await expect(steps.getByText('已完成', { exact: true })).toHaveCount(3);
  await expectNoReload(mine);
  await liWei.shot('request-completed-production');

  // It stands on the cluster, with what belongs to it.
  const stands = await askSandbox('prod', `/api/v1/namespaces/${namespace}`);
  expect(stands.body.metadata.labels).toMatchObject({
    'caas.io/tenant': 'life',
    'caas.io/environment': 'prod',
  });
  const objects = await objectsIn('prod', namespace);
  // The small size, which was approved, and not the large one of the first revision.
  expect(objects.get('ResourceQuota quota').spec.hard).toMatchObject({
    'requests.cpu': '1',
    'requests.memory': '2Gi',
  });
  const kinds = new Set([...objects.keys()].map(key => key.split(' ')[0]));
  expect([...kinds].sort()).toEqual([
    'LimitRange',
    'NetworkPolicy',
    'ResourceQuota',
    'RoleBinding',
  ]);

  // It is on the tenant's page and in the catalog.
  await mine.goto('/tenants/life');
  await mine.getByRole('tab', { name: '命名空间', exact: true }).click();
  const row = mine.getByRole('row').filter({ hasText: namespace });
  await expect(row).toContainText('就绪');
  await expect(async () => {
    await mine.goto(`/catalog/prod/resource/${namespace}`);
    await expect(mine.getByText(namespace).first()).toBeVisible({
      timeout: 3000,
    });
  }).toPass({ timeout: 60_000 });

  // 张敏 sees nothing of it anywhere.
  await zhangMin.page.goto('/requests?view=all');
  await zhangMin.waitForContent();
  await expect(zhangMin.page.getByText(namespace)).toHaveCount(0);
  await zhangMin.page.goto('/tenants');
  await zhangMin.waitForContent();
  await expect(zhangMin.page.getByText('财险').first()).toBeVisible();
  await expect(zhangMin.page.getByText('寿险')).toHaveCount(0);
  await zhangMin.page.goto(`/catalog/prod/resource/${namespace}`);
  await zhangMin.expectComplaint(/status of 404 .*by-name/);
  zhangMin.forgive(/status of 404 .*\/requests\//);

  // 李伟 is told how it ended, by a notification whose link opens the request.
  await followNotification(mine, namespace, /您的申请已完成/);
  await expect(mine).toHaveURL(address);

  for (const person of [liWei, zhangMin, wangFang, chenJing, zhouTao]) {
    await person.leave();
  }
});

test('a name that Kubernetes would not take is said where it was written, before anything is sent', async ({
  browser,
}) => {
  const liWei = await Person.signIn(browser, PEOPLE.liWei, 'zh');
  const { page } = liWei;
  await page.goto('/requests/new?kind=namespace.create');
  await page.getByRole('textbox', { name: /^名称/ }).fill('Pay Service');
  await choose(page, /环境与集群/, /开发/);
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await expect(page.getByText(/只能包含小写字母/).last()).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^名称/ })).toBeFocused();
  await liWei.leave();
});
