import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { TermQuery } from '../domain/query';

/** One field of a document must be, or hold, one of the values; no values match nothing. */
export interface FieldFilter {
  field: string;
  values: Array<string | number | boolean>;
}

export interface FindOptions {
  query: TermQuery;
  types?: readonly string[];
  filters: readonly FieldFilter[];
  offset: number;
  limit: number;
}

export interface FoundDocuments {
  documents: Array<{ type: string; document: IndexableDocument }>;
  total: number;
}

/** Where the documents are, and how they are found. */
export interface DocumentStore {
  /** Adds or replaces documents, and notes that this run has seen them. */
  keep(
    run: string,
    type: string,
    documents: readonly IndexableDocument[],
  ): Promise<void>;
  /** Forgets the documents of a type that this run has not seen. */
  forgetUnseen(run: string, type: string): Promise<void>;
  /** Best first; the same question has the same order every time. */
  find(options: FindOptions): Promise<FoundDocuments>;
}
