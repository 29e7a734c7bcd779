import { randomInt, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { GitRepository } from './GitRepository';
import { GiteaError, notFound, unprocessable } from './GiteaError';
import { PORTAL_USER } from './credentials';
import { git } from './git';
import { checkRepositoryName } from './names';
import type { Owner, RepositoryFacts } from './RepositoryFacts';

const OWNERS: readonly Owner[] = [
  { id: 1, login: PORTAL_USER, fullName: 'Developer portal' },
  { id: 2, login: 'life', fullName: '寿险 Life insurance' },
  { id: 3, login: 'property', fullName: '财险 Property insurance' },
  { id: 4, login: 'platform', fullName: '平台 Platform' },
];

const FACTS_FILE = 'sandbox.json';

/** The repositories on disk: `<directory>/<owner>/<name>.git`, all bare. */
export class Repositories {
  constructor(
    private readonly directory: string,
    private readonly now: () => Date,
  ) {
    for (const { login } of OWNERS) {
      mkdirSync(path.join(directory, login), { recursive: true });
    }
    // What a crash left of a repository that was being made or removed.
    for (const name of readdirSync(directory)) {
      if (name.startsWith('.'))
        rmSync(path.join(directory, name), { recursive: true, force: true });
    }
  }

  get owners(): readonly Owner[] {
    return OWNERS;
  }

  owner(login: string): Owner {
    const owner = OWNERS.find(
      candidate => candidate.login === login.toLowerCase(),
    );
    if (!owner) throw notFound();
    return owner;
  }

  organization(login: string): Owner {
    const owner = this.owner(login);
    if (owner.login === PORTAL_USER) throw notFound();
    return owner;
  }

  /** The repositories of an owner that `reader` may see, by name. */
  list(owner: Owner, reader: string | undefined): GitRepository[] {
    return this.names(owner)
      .map(name => this.open(owner, name))
      .filter(repository => reader || !repository.facts.private);
  }

  /** A repository; one that `reader` may not see answers as one that does not exist. */
  get(login: string, name: string, reader: string | undefined): GitRepository {
    const owner = this.owner(login);
    const stored = this.storedName(owner, name);
    if (!stored) throw notFound();
    const repository = this.open(owner, stored);
    if (repository.facts.private && !reader) throw notFound();
    return repository;
  }

  /** Makes an empty repository. It appears complete or not at all. */
  async create(
    owner: Owner,
    input: {
      name?: unknown;
      description?: unknown;
      private?: unknown;
      default_branch?: unknown;
    },
  ): Promise<GitRepository> {
    const name = checkRepositoryName(input.name);
    const branch = input.default_branch || 'main';
    if (typeof branch !== 'string' || !/^\w[\w.-]{0,99}$/.test(branch)) {
      throw unprocessable(
        `[DefaultBranch]: '${branch}' is not a valid branch name`,
      );
    }
    if (this.storedName(owner, name)) throw exists();
    const next = path.join(this.directory, `.new-${randomUUID()}`);
    mkdirSync(next);
    await git(
      next,
      'init',
      '--quiet',
      '--bare',
      '--template=',
      `--initial-branch=${branch}`,
    );
    await git(next, 'config', 'http.receivepack', 'true');
    const facts: RepositoryFacts = {
      id: randomInt(1, 2 ** 31),
      description: String(input.description ?? ''),
      private: input.private === true,
      createdAt: this.now().toISOString(),
    };
    writeFileSync(path.join(next, FACTS_FILE), JSON.stringify(facts));
    // Another request may have made the same one while git was at work; nothing else runs between these two lines.
    if (this.storedName(owner, name)) {
      rmSync(next, { recursive: true });
      throw exists();
    }
    renameSync(next, this.folder(owner, name));
    return this.open(owner, name);
  }

  delete(repository: GitRepository): void {
    const gone = path.join(this.directory, `.gone-${randomUUID()}`);
    renameSync(repository.folder, gone);
    rmSync(gone, { recursive: true });
  }

  private open(owner: Owner, name: string): GitRepository {
    const folder = this.folder(owner, name);
    const facts = JSON.parse(
      readFileSync(path.join(folder, FACTS_FILE), 'utf8'),
    );
    return new GitRepository(owner, name, folder, facts);
  }

  private folder(owner: Owner, name: string): string {
    return path.join(this.directory, owner.login, `${name}.git`);
  }

  private names(owner: Owner): string[] {
    return readdirSync(path.join(this.directory, owner.login))
      .filter(
        name =>
          name.endsWith('.git') &&
          existsSync(path.join(this.directory, owner.login, name, FACTS_FILE)),
      )
      .map(name => name.slice(0, -'.git'.length))
      .sort();
  }

  /** Names differ by more than case, as on Gitea. */
  private storedName(owner: Owner, name: string): string | undefined {
    return this.names(owner).find(
      candidate => candidate.toLowerCase() === name.toLowerCase(),
    );
  }
}

function exists(): GiteaError {
  return new GiteaError(
    409,
    'The repository with the same name already exists.',
  );
}
