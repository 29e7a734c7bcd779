import { expect, type Page } from '@playwright/test';
import type { Person } from './Person';

/** Chooses an option of a list that opens at a button. */
export async function choose(
  page: Page,
  label: RegExp | string,
  option: RegExp,
): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

/** What is asked for in the wizard, in the words of the person's language. */
export type NamespaceWish = {
  name: string;
  environment: RegExp;
  size: RegExp;
  purpose: string;
};

/** Opens the wizard for a namespace, and fills in its pages as far as the review; nothing is submitted. */
export async function fillNamespaceWizard(
  person: Person,
  wish: NamespaceWish,
): Promise<void> {
  const { page, words } = person;
  await page.goto('/requests/new?kind=namespace.create');
  await page.getByRole('textbox', { name: words.name }).fill(wish.name);
  await choose(page, words.place, wish.environment);
  await page.getByRole('button', { name: words.next, exact: true }).click();
  await chooseSize(page, wish.size);
  await page.getByRole('button', { name: words.next, exact: true }).click();
  await page.getByRole('textbox', { name: words.purpose }).fill(wish.purpose);
}

/** Chooses one of the sizes. The circle itself lies under its picture. */
export async function chooseSize(page: Page, size: RegExp): Promise<void> {
  const radio = page.getByRole('radio', { name: size });
  await expect(radio).toBeAttached();
  await page.locator('label').filter({ has: radio }).click();
  await expect(radio).toBeChecked();
}

/** Submits the review, and gives the address of the request. */
export async function submitReview({ page, words }: Person): Promise<string> {
  await page.getByRole('button', { name: words.submit, exact: true }).click();
  await expect(page).toHaveURL(/\/requests\/[0-9a-f-]{36}$/);
  return page.url();
}
