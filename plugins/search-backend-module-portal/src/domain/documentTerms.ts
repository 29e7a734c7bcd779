import type { IndexableDocument } from '@backstage/plugin-search-common';
import { keyOf } from './pieces';
import { termsOf, type Term } from './terms';

/** The terms of a document; those of the title weigh most, those of its other facts least. */
export interface DocumentTerms {
  titleKey: string;
  title: Term[];
  text: Term[];
  more: Term[];
}

/** A tsvector holds one megabyte; so many characters fit whatever they are. */
const INDEXED_CHARACTERS = 50_000;

/** Every text within a value: kind, owner, tags, the reference of the resource. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null)
    return Object.values(value).flatMap(textsIn);
  return [];
}

export function termsOfDocument(document: IndexableDocument): DocumentTerms {
  const { title, text, location: _location, ...facts } = document;
  return {
    titleKey: keyOf(title),
    title: termsOf(title.slice(0, INDEXED_CHARACTERS)),
    text: termsOf(text.slice(0, INDEXED_CHARACTERS)),
    more: termsOf(textsIn(facts).join(' | ').slice(0, INDEXED_CHARACTERS)),
  };
}
