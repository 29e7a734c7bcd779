import { json, raw, type Answer } from './answer';
import type { ApiCall } from './ApiCall';
import { GiteaError, notFound } from './GiteaError';
import type { GitRepository } from './GitRepository';
import { pageOf } from './pageOf';
import { presentCommit, presentEntry, presentRepository } from './present';

/** Answers `/api/v1/repos/{owner}/{name}/…`. */
export async function answerRepository(call: ApiCall): Promise<Answer> {
  const { method, parts, query, user, repositories, baseUrl } = call;
  const [, login, name, section, ...rest] = parts;
  const repository = repositories.get(login, name, user);
  if (!section && method === 'DELETE') {
    repositories.delete(repository);
    return { status: 204, headers: {}, body: '' };
  }
  if (method !== 'GET') {
    throw new GiteaError(405, `The sandbox does not do ${method} here.`);
  }
  const ref = query.get('ref') || repository.defaultBranch;
  switch (section) {
    case undefined:
      return json(200, await presentRepository(repository, baseUrl, user));
    case 'contents':
      return contents(repository, ref, rest.join('/'), baseUrl);
    case 'raw':
    case 'media': {
      const sha = await repository.resolve(ref);
      const entry = await repository.entry(sha, rest.join('/'));
      if (entry.type !== 'file') throw notFound();
      return raw(await repository.blob(entry));
    }
    case 'archive':
      return archive(repository, rest.join('/'));
    case 'branches':
      return branches(repository, rest.join('/'), baseUrl);
    case 'commits': {
      const sha = await repository.resolve(query.get('sha') || undefined);
      const commits = await repository.log(sha, {
        ...pageOf(query),
        path: query.get('path') ?? undefined,
      });
      return json(
        200,
        commits.map(commit => presentCommit(commit, repository, baseUrl)),
      );
    }
    case 'git': {
      const [what, ...refParts] = rest;
      if (what !== 'commits' || refParts.length === 0) throw notFound();
      const sha = await repository.resolve(refParts.join('/'));
      const [commit] = await repository.log(sha, { limit: 1 });
      return json(200, presentCommit(commit, repository, baseUrl));
    }
    default:
      throw notFound();
  }
}

async function contents(
  repository: GitRepository,
  ref: string,
  path: string,
  baseUrl: string,
): Promise<Answer> {
  const sha = await repository.resolve(ref);
  const [last] = await repository.log(sha, { limit: 1, path });
  const common = { repository, ref, baseUrl, lastCommit: last?.sha ?? sha };
  const found = path ? await repository.entry(sha, path) : undefined;
  if (!found || found.type === 'dir') {
    const entries = await repository.tree(sha, path);
    return json(
      200,
      entries.map(entry => presentEntry({ entry, ...common })),
    );
  }
  if (found.type === 'submodule') {
    return json(200, presentEntry({ entry: found, ...common }));
  }
  const content = await repository.blob(found);
  return json(200, presentEntry({ entry: found, content, ...common }));
}

async function archive(
  repository: GitRepository,
  file: string,
): Promise<Answer> {
  const match = /^(.+)\.(tar\.gz|zip)$/.exec(file);
  if (!match) throw notFound();
  const format = match[2] as 'tar.gz' | 'zip';
  const sha = await repository.resolve(match[1]);
  return {
    status: 200,
    headers: {
      'content-type': format === 'zip' ? 'application/zip' : 'application/gzip',
      'content-disposition': `attachment; filename="${repository.name}-${sha.slice(0, 10)}.${format}"`,
    },
    body: repository.archive(sha, format),
  };
}

async function branches(
  repository: GitRepository,
  name: string,
  baseUrl: string,
): Promise<Answer> {
  const present = async (branch: { name: string; sha: string }) => {
    const [commit] = await repository.log(branch.sha, { limit: 1 });
    return {
      name: branch.name,
      commit: {
        id: commit.sha,
        message: commit.message,
        url: `${baseUrl}/${repository.fullName}/src/commit/${commit.sha}`,
        author: commit.author,
        committer: commit.committer,
        timestamp: commit.committer.date,
      },
      protected: false,
    };
  };
  const all = await repository.branches();
  if (!name) return json(200, await Promise.all(all.map(present)));
  const found = all.find(branch => branch.name === name);
  if (!found) throw notFound();
  return json(200, await present(found));
}
