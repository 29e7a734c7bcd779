import { raw, redirect, type Answer } from '../answer';
import { notFound } from '../GiteaError';
import type { Repositories } from '../Repositories';
import { ownerPage, ownersPage } from './listPages';
import { emptyRepositoryPage, filePage, folderPage } from './repositoryPages';
import type { Texts } from './texts';

const REF_KINDS = ['branch', 'tag', 'commit'];

/** Answers what a browser asks for: `/`, `/{owner}`, `/{owner}/{name}`, `…/src/branch/{branch}/{path}`. */
export async function answerPage(options: {
  parts: readonly string[];
  user: string | undefined;
  repositories: Repositories;
  baseUrl: string;
  texts: Texts;
}): Promise<Answer> {
  const { parts, user, repositories, baseUrl, texts } = options;
  const [login, name, section, refKind, ...rest] = parts;
  if (!login) return ownersPage(repositories.owners, texts);
  if (!name) {
    const owner = repositories.owner(login);
    return ownerPage(owner, repositories.list(owner, user), texts);
  }
  const repository = repositories.get(login, name, user);
  if (!section) {
    if (await repository.isEmpty()) {
      return emptyRepositoryPage(repository, baseUrl, texts);
    }
    const ref = repository.defaultBranch;
    const sha = await repository.resolve(ref);
    const view = { repository, refKind: 'branch', ref, sha, path: '' };
    return folderPage(view, baseUrl, texts);
  }
  // Gitea's editor, which Backstage links to. The sandbox shows the file instead.
  if (section === '_edit' && refKind) {
    const where = [refKind, ...rest].map(encodeURIComponent).join('/');
    return redirect(`/${repository.fullName}/src/branch/${where}`);
  }
  if (!['src', 'raw'].includes(section) || !REF_KINDS.includes(refKind)) {
    throw notFound();
  }
  const view = { repository, refKind, ...(await repository.splitRef(rest)) };
  const entry = view.path
    ? await repository.entry(view.sha, view.path)
    : undefined;
  if (section === 'raw') {
    if (entry?.type !== 'file') throw notFound();
    return raw(await repository.blob(entry));
  }
  return entry && entry.type !== 'dir'
    ? filePage(view, entry, texts)
    : folderPage(view, baseUrl, texts);
}
