export const DOCUMENTS = 'portal_search_documents';
export const TERMS = 'portal_search_terms';
export const MIGRATIONS = 'portal_search_migrations';

/** Without what only PostgreSQL has (`terms`). */
export interface DbDocumentRow {
  number: number;
  id: string;
  type: string;
  location: string;
  title_key: string;
  digest: string;
  run: string;
  /** Parsed on PostgreSQL, text on SQLite. */
  document: unknown;
}
