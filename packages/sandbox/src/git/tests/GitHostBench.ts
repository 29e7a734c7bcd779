import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gitEnvironment } from '../git';
import { startGitHost, type GitHost } from '../startGitHost';

const run = promisify(execFile);
const CREDENTIALS = 'portal:sandbox-portal-token';
const SIGNED_IN = {
  authorization: `Basic ${Buffer.from(CREDENTIALS).toString('base64')}`,
};

/** A Git host on a free port with folders of its own, and the two ways to talk to it: HTTP and git. */
export class GitHostBench {
  private constructor(
    readonly directory: string,
    private host: GitHost,
  ) {}

  static async start(): Promise<GitHostBench> {
    const directory = mkdtempSync(path.join(tmpdir(), 'git-host-'));
    const host = await startGitHost({
      directory: `${directory}/host`,
      port: 0,
    });
    return new GitHostBench(directory, host);
  }

  get url(): string {
    return this.host.url;
  }

  /** Another process on the same files. */
  async restart(): Promise<void> {
    await this.host.close();
    this.host = await startGitHost({
      directory: `${this.directory}/host`,
      port: 0,
    });
  }

  async close(): Promise<void> {
    await this.host.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** A request without credentials. */
  fetch(where: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${where}`, { redirect: 'manual', ...init });
  }

  /** A request as the portal. */
  send(method: string, where: string, body?: unknown): Promise<Response> {
    return this.fetch(where, {
      method,
      headers: { ...SIGNED_IN, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  /** The JSON of an answer; `any` because each test names the fields that it expects. */
  async json(where: string): Promise<any> {
    const response = await this.send('GET', where);
    return response.json();
  }

  makeRepository(name: string, owner = 'life'): Promise<Response> {
    return this.send('POST', `/api/v1/orgs/${owner}/repos`, { name });
  }

  /** Clones, commits the files and pushes them to a branch. */
  async push(
    repository: string,
    files: Record<string, string | Buffer>,
    options: { branch?: string; signedIn?: boolean } = {},
  ): Promise<void> {
    const { branch = 'main', signedIn = true } = options;
    const folder = mkdtempSync(path.join(this.directory, 'clone-'));
    const address = signedIn
      ? this.url.replace('//', `//${CREDENTIALS}@`)
      : this.url;
    await this.git(folder, 'clone', '-q', `${address}/${repository}.git`, '.');
    for (const [name, content] of Object.entries(files)) {
      await run('mkdir', ['-p', path.dirname(path.join(folder, name))]);
      writeFileSync(path.join(folder, name), content);
    }
    await this.git(folder, 'add', '--all');
    await this.git(folder, 'commit', '-q', '-m', 'Change <files>');
    await this.git(folder, 'push', '-q', 'origin', `HEAD:refs/heads/${branch}`);
  }

  async git(folder: string, ...args: string[]): Promise<string> {
    const { stdout } = await run('git', args, {
      cwd: folder,
      env: {
        ...gitEnvironment(),
        GIT_TERMINAL_PROMPT: '0',
        GIT_AUTHOR_NAME: '李伟 <li>',
        GIT_AUTHOR_EMAIL: 'li-wei@example.com',
        GIT_COMMITTER_NAME: 'Portal',
        GIT_COMMITTER_EMAIL: 'portal@example.com',
      },
    });
    return stdout;
  }
}
