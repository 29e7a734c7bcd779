import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { git, spawnGit } from './git';
import { GiteaError, notFound } from './GiteaError';
import type { Owner, RepositoryFacts } from './RepositoryFacts';

export type TreeEntry = {
  name: string;
  path: string;
  type: 'file' | 'dir' | 'symlink' | 'submodule';
  sha: string;
  size: number;
};

export type Commit = {
  sha: string;
  tree: string;
  parents: string[];
  author: Person;
  committer: Person;
  message: string;
};

export type Person = { name: string; email: string; date: string };

/** What no name of a branch or tag contains; in a name that git gets, it would select something else. */
const NOT_IN_REFS = /[\s~^:?*[\\]|\.\.|@\{/;

const COMMIT_FORMAT =
  '%H%x1f%T%x1f%P%x1f%an%x1f%ae%x1f%aI%x1f%cn%x1f%ce%x1f%cI%x1f%B';

/** Reads of one bare repository. Every ref is made a commit id first, so that no name is taken for an option. */
export class GitRepository {
  constructor(
    readonly owner: Owner,
    readonly name: string,
    readonly folder: string,
    readonly facts: RepositoryFacts,
  ) {}

  get fullName(): string {
    return `${this.owner.login}/${this.name}`;
  }

  get defaultBranch(): string {
    const head = readFileSync(path.join(this.folder, 'HEAD'), 'utf8');
    return head.replace(/^ref: refs\/heads\//, '').trim();
  }

  /** The commit that a branch, tag or id names; without a ref, the default branch. */
  async resolve(ref: string = this.defaultBranch): Promise<string> {
    if (NOT_IN_REFS.test(ref)) throw notFound();
    for (const candidate of [`refs/heads/${ref}`, `refs/tags/${ref}`, ref]) {
      if (candidate === ref && !/^[0-9a-f]{4,40}$/.test(ref)) continue;
      const sha = await this.tryGit(
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${candidate}^{commit}`,
      );
      if (sha) return sha.toString().trim();
    }
    throw notFound();
  }

  /** Splits `feature/x/docs/a.md` into the branch and the path behind it: a branch may contain slashes. */
  async splitRef(
    parts: readonly string[],
  ): Promise<{ ref: string; sha: string; path: string }> {
    for (let length = 1; length <= parts.length; length += 1) {
      const ref = parts.slice(0, length).join('/');
      const sha = await this.resolve(ref).catch(ifMissing(undefined));
      if (sha) return { ref, sha, path: parts.slice(length).join('/') };
    }
    throw notFound();
  }

  async isEmpty(): Promise<boolean> {
    const branches = await this.branches();
    return branches.length === 0;
  }

  async branches(): Promise<{ name: string; sha: string }[]> {
    const output = await git(
      this.folder,
      'for-each-ref',
      '--format=%(refname:lstrip=2) %(objectname)',
      'refs/heads/',
    );
    return lines(output).map(line => {
      const [name, sha] = line.split(' ');
      return { name, sha };
    });
  }

  /** The entry at a path of a commit; the root has none. */
  async entry(sha: string, file: string): Promise<TreeEntry> {
    const folder = path.posix.dirname(file);
    const siblings = await this.tree(sha, folder === '.' ? '' : folder);
    const entry = siblings.find(candidate => candidate.path === file);
    if (!entry) throw notFound();
    return entry;
  }

  /** What a folder of a commit holds: folders first, then by name. */
  async tree(sha: string, folder: string): Promise<TreeEntry[]> {
    const output = await this.tryGit('ls-tree', '-z', '-l', `${sha}:${folder}`);
    if (!output) throw notFound();
    return output
      .toString()
      .split('\0')
      .filter(Boolean)
      .map(line => {
        const [facts, name] = line.split(/\t(.*)/s);
        const [mode, , id, size] = facts.split(/ +/);
        return {
          name,
          path: folder ? `${folder}/${name}` : name,
          type: typeOf(mode),
          sha: id,
          size: Number(size) || 0,
        };
      })
      .sort(
        (a, b) =>
          Number(b.type === 'dir') - Number(a.type === 'dir') ||
          (a.name < b.name ? -1 : 1),
      );
  }

  async blob(entry: TreeEntry): Promise<Buffer> {
    return git(this.folder, 'cat-file', 'blob', entry.sha);
  }

  /** The newest commits first. */
  async log(
    sha: string,
    options: { limit: number; skip?: number; path?: string },
  ): Promise<Commit[]> {
    const output = await git(
      this.folder,
      'log',
      '-z',
      `--format=${COMMIT_FORMAT}`,
      `--max-count=${options.limit}`,
      `--skip=${options.skip ?? 0}`,
      sha,
      '--',
      ...(options.path ? [`:(literal)${options.path}`] : []),
    );
    return output.toString().split('\0').filter(Boolean).map(parseCommit);
  }

  archive(sha: string, format: 'tar.gz' | 'zip'): Readable {
    const child = spawnGit([
      '--git-dir',
      this.folder,
      'archive',
      `--format=${format}`,
      `--prefix=${this.name}/`,
      sha,
    ]);
    child.on('close', code => {
      if (code)
        child.stdout.destroy(new Error(`git archive ended with ${code}`));
    });
    return child.stdout;
  }

  /** The first branch that is pushed becomes the default one, as on Gitea, when the expected one was not pushed. */
  async adoptPushedBranch(): Promise<void> {
    const branches = await this.branches();
    const isThere = branches.some(({ name }) => name === this.defaultBranch);
    if (isThere || branches.length === 0) return;
    await git(
      this.folder,
      'symbolic-ref',
      'HEAD',
      `refs/heads/${branches[0].name}`,
    );
  }

  private tryGit(...args: string[]): Promise<Buffer | undefined> {
    return git(this.folder, ...args).catch(() => undefined);
  }
}

/** Turns "not found" into a value, and lets every other failure through. */
export function ifMissing<T>(value: T): (error: unknown) => T {
  return error => {
    if (error instanceof GiteaError && error.status === 404) return value;
    throw error;
  };
}

function typeOf(mode: string): TreeEntry['type'] {
  if (mode === '040000') return 'dir';
  if (mode === '120000') return 'symlink';
  return mode === '160000' ? 'submodule' : 'file';
}

function parseCommit(text: string): Commit {
  const [sha, tree, parents, an, ae, ad, cn, ce, cd, message] =
    text.split('\x1f');
  return {
    sha,
    tree,
    parents: parents.split(' ').filter(Boolean),
    author: { name: an, email: ae, date: ad },
    committer: { name: cn, email: ce, date: cd },
    message,
  };
}

function lines(output: Buffer): string[] {
  return output.toString().split('\n').filter(Boolean);
}
