import type { Knex } from 'knex';
import type { DocumentTerms } from '../domain/documentTerms';
import type { Clause } from '../domain/query';
import type { FieldFilter } from './DocumentStore';

/** What differs between the databases. */
export interface TermIndex {
  /** Columns of the document's row that hold its terms. */
  columnsOf(knex: Knex, terms: DocumentTerms): Record<string, Knex.Raw>;
  /** Terms that lie outside the row. */
  write(
    tx: Knex.Transaction,
    rows: Array<{ number: number; terms: DocumentTerms }>,
  ): Promise<void>;
  remove(tx: Knex.Transaction, numbers: readonly number[]): Promise<void>;
  /** Leaves the rows that match all clauses. */
  restrict(query: Knex.QueryBuilder, clauses: readonly Clause[]): void;
  /** Orders the rows `restrict` has left, best first. */
  order(query: Knex.QueryBuilder, clauses: readonly Clause[]): void;
  filter(query: Knex.QueryBuilder, filter: FieldFilter): void;
  /** Position of a text within a column, 0 when it is not there: the function's name. */
  readonly positionFunction: 'strpos' | 'instr';
}
