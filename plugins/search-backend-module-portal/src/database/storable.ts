import type { IndexableDocument } from '@backstage/plugin-search-common';

/** NUL and halves of a surrogate pair: PostgreSQL refuses them in JSON. */
const NOT_STORABLE = /[\0\p{Cs}]/gu;

/** Whether a text can stand in JSON of every database. */
export function isStorable(text: string): boolean {
  return text.search(NOT_STORABLE) === -1;
}

/** A document the way it can be stored, always with a title and a text. */
export function storable(document: IndexableDocument): IndexableDocument {
  const copy = JSON.parse(
    JSON.stringify(document, (_, value) =>
      typeof value === 'string' ? value.replace(NOT_STORABLE, '') : value,
    ),
  );
  return {
    ...copy,
    title: String(copy.title ?? ''),
    text: String(copy.text ?? ''),
    location: String(copy.location ?? ''),
  };
}
