import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';

/** Languages of the portal. */
export type Language = 'zh' | 'en';

/** Warnings of stock code that say nothing about ours: React, Material UI and the widgets that nobody shows. */
const STOCK_NOISE = [
  /^Warning: /,
  /^Material-UI: /,
  /IconComponent, which is deprecated/,
  /are attached to the input 'widgets'/,
  /material table are static/,
  /WARN: A component changed from uncontrolled to controlled/,
  /<Focusable> child must have an interactive ARIA role/,
  /integrations\.gitea/,
  // What the scaffolder's form logs when somebody enters something wrong, which the story does.
  /^Form validation failed/,
  /React Router Future Flag Warning/,
  // A form that React hides while the chunk of the next page loads: its fields lose their labels on the way out.
  /^If you do not provide a visible label/,
  // A live-update socket that the page left behind when it moved on.
  /WebSocket/,
  /\[webpack-dev-server\]|\[HMR\]|\[rspack/,
];

/** A person at their browser: a session of its own, in their language. */
export class Person {
  readonly problems: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly language: Language,
  ) {}

  static async signIn(
    browser: Browser,
    name: string,
    language: Language,
    options: { dark?: boolean } = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width: 1360, height: 900 },
      locale: language === 'zh' ? 'zh-CN' : 'en-US',
      colorScheme: options.dark ? 'dark' : 'light',
    });
    const page = await context.newPage();
    const person = new Person(page, language);
    person.watch();
    await page.goto('/');
    await page
      .getByRole('radio', { name: language === 'zh' ? '中文' : 'English' })
      .click();
    await person.shot('sign-in');
    await page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
    await expect(
      page.getByRole('link', { name: language === 'zh' ? '工作台' : 'Home' }),
    ).toBeVisible({ timeout: 60_000 });
    return person;
  }

  /** Leaves, and fails if the browser had anything to say against our code. */
  async leave(): Promise<void> {
    await this.page.context().close();
    expect(this.problems).toEqual([]);
  }

  /** Takes back a complaint of the browser that this person's doing had to bring about; fails when there is none. */
  async expectComplaint(complaint: RegExp): Promise<void> {
    const find = () => this.problems.findIndex(text => complaint.test(text));
    await expect.poll(find).toBeGreaterThanOrEqual(0);
    this.problems.splice(find(), 1);
  }

  /** A picture for the README, when `./portal screenshots` asks for them. */
  async shot(name: string): Promise<void> {
    const folder = process.env.PORTAL_SCREENSHOTS;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({
      path: path.join(folder, `${this.language}-${name}.png`),
    });
  }

  private watch(): void {
    this.page.on('pageerror', error => this.problems.push(error.message));
    this.page.on('console', message => {
      const text = message.text();
      if (!['error', 'warning'].includes(message.type())) return;
      if (STOCK_NOISE.some(noise => noise.test(text))) return;
      this.problems.push(`${message.type()}: ${text}`);
    });
  }
}
