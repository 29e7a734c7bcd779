import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  expect,
  type Browser,
  type Locator,
  type Page,
} from '@playwright/test';
import { WORDS, type Language } from './language';
import type { PersonaName } from './people';
import { passSignInPage } from './signIn';

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

/** Answers of the server that stock pages ask for in vain, and that the browser reports whatever the page does with them. */
const STOCK_ANSWERS = [
  // The page of a document searches documents before the first of them has been indexed.
  { status: 400, address: /\/api\/search\/query\?.*techdocs/ },
  // The page of a document asks for it before it has been built, and then has it built.
  { status: 404, address: /\/api\/techdocs\/(static\/docs|metadata)\// },
  // Whether somebody has a session is found out by asking for it.
  { status: 401, address: /\/api\/auth\/oidc\/refresh/ },
  // The portal names an icon: this is the page at which the company's accounts sign in.
  { status: 404, address: /\/favicon\.ico$/ },
];

/** A person at their browser: a session of its own, in their language. */
export class Person {
  readonly problems: string[] = [];

  private constructor(
    readonly page: Page,
    readonly name: PersonaName,
    private language: Language,
  ) {}

  /** What this person reads, in their language of the moment. */
  get words(): (typeof WORDS)[Language] {
    return WORDS[this.language];
  }

  static async signIn(
    browser: Browser,
    name: PersonaName,
    language: Language,
    options: {
      dark?: boolean;
      onSignInPage?(person: Person, place: string): Promise<void>;
    } = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width: 1360, height: 900 },
      locale: language === 'zh' ? 'zh-CN' : 'en-US',
      colorScheme: options.dark ? 'dark' : 'light',
    });
    const page = await context.newPage();
    const person = new Person(page, name, language);
    person.watch();
    await page.goto('/');
    await page.getByRole('radio', { name: person.words.languageName }).click();
    await person.shot('sign-in');
    await options.onSignInPage?.(person, 'sign-in');
    await passSignInPage(page, name, language);
    await expect(
      page.getByRole('link', { name: person.words.home }),
    ).toBeVisible({ timeout: 60_000 });
    return person;
  }

  /** The bar at the side; pages have links of the same names. */
  get sidebar(): Locator {
    return this.page.getByRole('navigation', { name: this.words.navigation });
  }

  /** Follows an entry of the sidebar, and waits until the page has its first heading and what it loads. */
  async follow(
    entry: 'home' | 'requests' | 'tenants' | 'clusters' | 'audit' | 'settings',
  ): Promise<void> {
    const name = this.words[entry];
    const link = this.sidebar.getByRole('link', {
      // The settings stand beside the name of the person.
      name: entry === 'settings' ? new RegExp(` ${name}$`) : name,
      exact: true,
    });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(
      this.page.getByRole('heading', { level: 1 }).first(),
    ).toBeVisible();
    await this.waitForContent();
  }

  /** Waits until nothing on the page says that it loads. */
  async waitForContent(): Promise<void> {
    await expect(this.page.getByRole('progressbar')).toHaveCount(0);
    await expect(
      this.page.getByRole('status').filter({ hasText: this.words.loading }),
    ).toHaveCount(0);
  }

  /** Reads the portal in another language from now on. */
  async switchLanguage(language: Language): Promise<void> {
    await this.follow('settings');
    await this.page.getByRole('button', { name: /^(中文|English)/ }).click();
    await this.page
      .getByRole('option', { name: WORDS[language].languageName })
      .click();
    this.language = language;
    await expect(
      this.page.getByRole('link', { name: this.words.home }),
    ).toBeVisible();
  }

  /** Reads the portal in another theme from now on. */
  async switchTheme(theme: 'light' | 'dark'): Promise<void> {
    await this.follow('settings');
    await this.page.getByRole('button', { name: this.words[theme] }).click();
    await expect(this.page.locator('body')).toHaveAttribute(
      'data-theme-mode',
      theme,
    );
  }

  /** Signs out, and sees that the portal asks again who is there. */
  async signOut(): Promise<void> {
    await this.follow('settings');
    await this.page.getByRole('button', { name: this.words.more }).click();
    await this.page.getByRole('menuitem', { name: this.words.signOut }).click();
    await expect(
      this.page.getByRole('link', { name: this.words.home }),
    ).toHaveCount(0);
    await expect(
      this.page.getByRole('radio', { name: this.words.languageName }),
    ).toBeVisible({ timeout: 60_000 });
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

  /** Takes back what is left of such complaints: a page may ask more than once for what is not there. */
  forgive(complaint: RegExp): void {
    for (let index = this.problems.length - 1; index >= 0; index -= 1) {
      if (complaint.test(this.problems[index])) this.problems.splice(index, 1);
    }
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
      const { url } = message.location();
      if (isStockAnswer(text, url)) return;
      this.problems.push(`${message.type()}: ${text} (${url})`);
    });
  }
}

function isStockAnswer(text: string, url: string): boolean {
  return STOCK_ANSWERS.some(
    ({ status, address }) =>
      text.includes(`status of ${status} `) && address.test(url),
  );
}
