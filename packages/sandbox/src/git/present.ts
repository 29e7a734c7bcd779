import type { Commit, GitRepository, TreeEntry } from './GitRepository';
import type { Owner } from './RepositoryFacts';

/** The JSON of Gitea's REST API. Only fields that Backstage and git tools read; their names are Gitea's. */
export function presentOwner(owner: Owner, baseUrl: string) {
  return {
    id: owner.id,
    login: owner.login,
    username: owner.login,
    name: owner.login,
    full_name: owner.fullName,
    email: '',
    avatar_url: '',
    html_url: `${baseUrl}/${owner.login}`,
    visibility: 'public',
  };
}

export async function presentRepository(
  repository: GitRepository,
  baseUrl: string,
  user: string | undefined,
) {
  const { owner, name, fullName, facts } = repository;
  const empty = await repository.isEmpty();
  const newest = empty
    ? []
    : await repository.log(await repository.resolve(), { limit: 1 });
  return {
    id: facts.id,
    owner: presentOwner(owner, baseUrl),
    name,
    full_name: fullName,
    description: facts.description,
    empty,
    private: facts.private,
    fork: false,
    template: false,
    archived: false,
    default_branch: repository.defaultBranch,
    html_url: `${baseUrl}/${fullName}`,
    url: `${baseUrl}/api/v1/repos/${fullName}`,
    clone_url: `${baseUrl}/${fullName}.git`,
    created_at: facts.createdAt,
    updated_at: newest[0]?.committer.date ?? facts.createdAt,
    permissions: { admin: Boolean(user), push: Boolean(user), pull: true },
  };
}

export function presentCommit(
  commit: Commit,
  repository: GitRepository,
  baseUrl: string,
) {
  const url = `${baseUrl}/api/v1/repos/${repository.fullName}/git/commits`;
  return {
    url: `${url}/${commit.sha}`,
    sha: commit.sha,
    created: commit.committer.date,
    html_url: `${baseUrl}/${repository.fullName}/src/commit/${commit.sha}`,
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, created: commit.committer.date },
    },
    author: null,
    committer: null,
    parents: commit.parents.map(sha => ({ sha, url: `${url}/${sha}` })),
  };
}

/** An entry of a folder; with `content`, the file itself. */
export function presentEntry(options: {
  entry: TreeEntry;
  content?: Buffer;
  repository: GitRepository;
  ref: string;
  lastCommit: string;
  baseUrl: string;
}) {
  const { entry, content, repository, ref, lastCommit, baseUrl } = options;
  const where = entry.path.split('/').map(encodeURIComponent).join('/');
  const api = `${baseUrl}/api/v1/repos/${repository.fullName}`;
  const url = `${api}/contents/${where}?ref=${encodeURIComponent(ref)}`;
  return {
    name: entry.name,
    path: entry.path,
    sha: entry.sha,
    last_commit_sha: lastCommit,
    type: entry.type,
    size: entry.size,
    encoding: content ? 'base64' : null,
    content: content ? content.toString('base64') : null,
    target: entry.type === 'symlink' && content ? content.toString() : null,
    url,
    html_url: `${baseUrl}/${repository.fullName}/src/branch/${ref}/${where}`,
    git_url: `${api}/git/${entry.type === 'dir' ? 'trees' : 'blobs'}/${entry.sha}`,
    download_url:
      entry.type === 'file'
        ? `${baseUrl}/${repository.fullName}/raw/branch/${ref}/${where}`
        : null,
    submodule_git_url: null,
  };
}
