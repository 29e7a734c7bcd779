import type { Answer } from '../answer';
import type { GitRepository } from '../GitRepository';
import type { Owner } from '../RepositoryFacts';
import { html, page } from './html';
import type { Texts } from './texts';

/** The first page: who owns repositories. */
export function ownersPage(owners: readonly Owner[], texts: Texts): Answer {
  return page({
    language: texts.language,
    title: texts.host,
    body: html`<h1>${texts.host}</h1>
      <h2>${texts.owners}</h2>
      <ul>
        ${owners.map(
          ({ login, fullName }) =>
            html`<li><a href="/${login}">${login}</a> ${fullName}</li>`,
        )}
      </ul>`,
  });
}

/** The repositories of one owner. */
export function ownerPage(
  owner: Owner,
  repositories: readonly GitRepository[],
  texts: Texts,
): Answer {
  return page({
    language: texts.language,
    title: owner.login,
    body: html`<nav><a href="/">${texts.host}</a></nav>
      <h1>${owner.login} <small>${owner.fullName}</small></h1>
      <h2>${texts.repositories}</h2>
      ${repositories.length === 0 && html`<p>${texts.noRepositories}</p>`}
      <ul>
        ${repositories.map(
          ({ name, fullName, facts }) =>
            html`<li>
              <a href="/${fullName}">${name}</a> ${facts.description}
              ${facts.private && html`<small>${texts.private}</small>`}
            </li>`,
        )}
      </ul>`,
  });
}

export function notFoundPage(texts: Texts): Answer {
  return page({
    status: 404,
    language: texts.language,
    title: texts.notFound,
    body: html`<nav><a href="/">${texts.host}</a></nav>
      <h1>${texts.notFound}</h1>
      <p>${texts.notFoundHint}</p>`,
  });
}
