import type { Answer } from '../answer';
import {
  ifMissing,
  type GitRepository,
  type TreeEntry,
} from '../GitRepository';
import { html, page, type Html } from './html';
import type { Texts } from './texts';

/** Where in a repository a page looks. */
export type View = {
  repository: GitRepository;
  /** `branch`, `tag` or `commit`, as in the address. */
  refKind: string;
  ref: string;
  sha: string;
  path: string;
};

const MAX_SHOWN_BYTES = 512 * 1024;

/** The page of a repository that has no commit. */
export function emptyRepositoryPage(
  repository: GitRepository,
  baseUrl: string,
  texts: Texts,
): Answer {
  const { defaultBranch, fullName } = repository;
  return page({
    language: texts.language,
    title: fullName,
    body: html`${heading(repository, texts)}
      <p>${texts.empty}</p>
      <pre><code>git init -b ${defaultBranch}
git remote add origin ${baseUrl}/${fullName}.git
git push -u origin ${defaultBranch}</code></pre>`,
  });
}

/** A folder: what it holds, its README, and the last commits. */
export async function folderPage(
  view: View,
  baseUrl: string,
  texts: Texts,
): Promise<Answer> {
  const { repository, sha, path, ref } = view;
  const entries = await repository.tree(sha, path);
  const commits = await repository.log(sha, { limit: 10, path });
  const readme = entries.find(
    entry => entry.type === 'file' && /^readme(\.\w+)?$/i.test(entry.name),
  );
  return page({
    language: texts.language,
    title: `${repository.fullName}${path && ` · ${path}`}`,
    body: html`${heading(repository, texts)}
      <p class="quiet">
        ${texts.branch} <code>${ref}</code> · ${texts.clone}
        <code>git clone ${baseUrl}/${repository.fullName}.git</code>
      </p>
      ${path && crumbs(view)}
      <h2>${texts.files}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${texts.files}</th>
            <th scope="col">${texts.size}</th>
          </tr>
        </thead>
        <tbody>
          ${entries.map(
            entry =>
              html`<tr>
                <td>
                  <a href="${addressOf(view, entry.path)}"
                    >${entry.name}${entry.type === 'dir' && '/'}</a
                  >
                </td>
                <td class="number">
                  ${entry.type === 'dir' ? '' : entry.size}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${readme && html`<h2>${readme.name}</h2>`}
      ${readme && (await shown(view, readme, texts))}
      <h2>${texts.commits}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${texts.message}</th>
            <th scope="col">${texts.author}</th>
            <th scope="col">${texts.time}</th>
          </tr>
        </thead>
        <tbody>
          ${commits.map(
            commit =>
              html`<tr>
                <td>
                  <a href="/${repository.fullName}/src/commit/${commit.sha}"
                    ><code>${commit.sha.slice(0, 10)}</code></a
                  >
                  ${commit.message.split('\n')[0]}
                </td>
                <td>${commit.author.name}</td>
                <td>
                  <time datetime="${commit.committer.date}"
                    >${commit.committer.date.slice(0, 16).replace('T', ' ')}</time
                  >
                </td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  });
}

/** A file, as text. */
export async function filePage(
  view: View,
  entry: TreeEntry,
  texts: Texts,
): Promise<Answer> {
  return page({
    language: texts.language,
    title: `${view.repository.fullName} · ${entry.path}`,
    body: html`${heading(view.repository, texts)} ${crumbs(view)}
      <p><a href="${addressOf(view, entry.path, 'raw')}">${texts.raw}</a></p>
      ${await shown(view, entry, texts)}`,
  });
}

async function shown(
  { repository }: View,
  entry: TreeEntry,
  texts: Texts,
): Promise<Html> {
  if (entry.type === 'submodule')
    return html`<pre><code>${entry.sha}</code></pre>`;
  if (entry.size > MAX_SHOWN_BYTES) return html`<p>${texts.tooLarge}</p>`;
  const content = await repository
    .blob(entry)
    .catch(ifMissing(Buffer.alloc(0)));
  if (content.includes(0)) return html`<p>${texts.binary}</p>`;
  return html`<pre><code>${content.toString('utf8')}</code></pre>`;
}

function heading(repository: GitRepository, texts: Texts): Html {
  const { owner, name, facts } = repository;
  return html`<nav>
      <a href="/">${texts.host}</a> /
      <a href="/${owner.login}">${owner.login}</a>
    </nav>
    <h1>
      <a href="/${repository.fullName}">${name}</a>
      ${facts.private && html`<small>${texts.private}</small>`}
    </h1>
    ${facts.description && html`<p>${facts.description}</p>`}`;
}

function crumbs(view: View): Html {
  const parts = view.path.split('/');
  return html`<p>
    ${parts.map(
      (part, index) =>
        html`/
          <a href="${addressOf(view, parts.slice(0, index + 1).join('/'))}"
            >${part}</a
          > `,
    )}
  </p>`;
}

function addressOf(view: View, path: string, section = 'src'): string {
  const encode = (text: string) =>
    text.split('/').map(encodeURIComponent).join('/');
  return `/${view.repository.fullName}/${section}/${view.refKind}/${encode(view.ref)}/${encode(path)}`;
}
