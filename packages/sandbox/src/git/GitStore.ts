import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { GitHostError } from './GitHostError';

const run = promisify(execFile);

/** What Gitea takes as the name of an owner or a repository, without the path tricks. */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}$/;
const RESERVED = /\.(git|wiki|lock)$/;

/** The largest file or archive that is read into memory. */
const MAX_BYTES = 32 * 1024 * 1024;

/** A commit, as lists show it. */
export type Commit = {
  sha: string;
  author: string;
  date: string;
  title: string;
};

/** An entry of a folder. */
export type TreeEntry = { type: 'blob' | 'tree'; path: string };

/** Bare repositories in `<directory>/<owner>/<name>.git`, read and made by git itself. */
export class GitStore {
  constructor(
    readonly directory: string,
    readonly owners: readonly string[],
  ) {
    for (const owner of owners) {
      mkdirSync(path.join(directory, owner), { recursive: true });
    }
  }

  /** Fails with a sentence when there is no git to work with. */
  static async assertGit(): Promise<void> {
    try {
      await run('git', ['--version']);
    } catch {
      throw new Error(
        "The sandbox's Git host needs git, and git is not installed. Install it (Debian: apt-get install git) and start again.",
      );
    }
  }

  has(owner: string, name: string): boolean {
    return existsSync(this.pathOf(owner, name));
  }

  async create(owner: string, name: string): Promise<void> {
    if (this.has(owner, name)) {
      throw new GitHostError(
        409,
        'The repository with the same name already exists.',
      );
    }
    const directory = this.pathOf(owner, name);
    await run('git', [
      'init',
      '--quiet',
      '--bare',
      '--initial-branch=main',
      directory,
    ]);
    await this.git(owner, name, ['config', 'http.receivepack', 'true']);
  }

  async delete(owner: string, name: string): Promise<void> {
    this.assertHas(owner, name);
    await rm(this.pathOf(owner, name), { recursive: true });
  }

  /** The commit that a branch, tag or hash names. */
  async resolve(owner: string, name: string, ref: string): Promise<string> {
    this.assertHas(owner, name);
    try {
      const sha = await this.git(owner, name, [
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${ref}^{commit}`,
      ]);
      return sha.toString('utf8').trim();
    } catch {
      throw new GitHostError(
        404,
        `The repository '${owner}/${name}' has no commit '${ref}'.`,
      );
    }
  }

  async readFile(
    owner: string,
    name: string,
    ref: string,
    file: string,
  ): Promise<Buffer> {
    const sha = await this.resolve(owner, name, ref);
    try {
      return await this.git(owner, name, [
        'cat-file',
        'blob',
        `${sha}:${file}`,
      ]);
    } catch {
      throw new GitHostError(
        404,
        `'${owner}/${name}' has no file '${file}' at '${ref}'.`,
      );
    }
  }

  async listFolder(
    owner: string,
    name: string,
    ref: string,
    folder: string,
  ): Promise<TreeEntry[]> {
    const sha = await this.resolve(owner, name, ref);
    const where = folder ? [`${folder}/`] : [];
    const listed = await this.git(owner, name, [
      'ls-tree',
      '-z',
      sha,
      '--',
      ...where,
    ]);
    return listed
      .toString('utf8')
      .split('\0')
      .filter(Boolean)
      .map(line => {
        const [, type, , file] = /^\d+ (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
        return { type: type === 'tree' ? 'tree' : 'blob', path: file };
      });
  }

  async log(
    owner: string,
    name: string,
    ref: string,
    count: number,
  ): Promise<Commit[]> {
    const sha = await this.resolve(owner, name, ref);
    const listed = await this.git(owner, name, [
      'log',
      `-${count}`,
      '--format=%H%x09%an%x09%aI%x09%s',
      sha,
    ]);
    return listed
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => {
        const [hash, author, date, ...title] = line.split('\t');
        return { sha: hash, author, date, title: title.join('\t') };
      });
  }

  async archive(owner: string, name: string, ref: string): Promise<Buffer> {
    const sha = await this.resolve(owner, name, ref);
    return this.git(owner, name, [
      'archive',
      '--format=tar.gz',
      `--prefix=${name}/`,
      sha,
    ]);
  }

  /** Names of the repositories of an owner. */
  pathOf(owner: string, name: string): string {
    if (!this.owners.includes(owner)) {
      throw new GitHostError(404, `There is no organization '${owner}'.`);
    }
    if (!NAME.test(name) || RESERVED.test(name)) {
      throw new GitHostError(
        422,
        `'${name}' is not a name of a repository: write letters, digits, dots, hyphens and underscores.`,
      );
    }
    return path.join(this.directory, owner, `${name}.git`);
  }

  private assertHas(owner: string, name: string): void {
    if (!this.has(owner, name)) {
      throw new GitHostError(404, `There is no repository '${owner}/${name}'.`);
    }
  }

  private async git(
    owner: string,
    name: string,
    args: string[],
  ): Promise<Buffer> {
    const { stdout } = await run('git', args, {
      cwd: this.pathOf(owner, name),
      encoding: 'buffer',
      maxBuffer: MAX_BYTES,
    });
    return stdout;
  }
}
