import type { Knex } from 'knex';
import type { DocumentTerms } from '../domain/documentTerms';
import type { Clause } from '../domain/query';
import type { Term } from '../domain/terms';
import type { FieldFilter } from './DocumentStore';
import { DOCUMENTS, TERMS } from './tables';
import type { TermIndex } from './TermIndex';

/** Weights of title, text and the other facts in the rank. */
const RANK = `bm25(${TERMS}, 10.0, 2.0, 0.5)`;

/** A statement takes a limited number of variables. */
const MOST_VARIABLES = 1_000;

/** Terms are letters and digits by construction; quoted all the same. */
function quote(term: string): string {
  return `"${term.replaceAll('"', '')}"`;
}

function joined(terms: Term[]): string {
  return terms.map(({ term }) => term).join(' ');
}

function queryOf(clauses: readonly Clause[]): string {
  return clauses
    .map(clause =>
      clause.kind === 'han'
        ? quote(clause.term)
        : `(${quote(clause.prefix)} * OR ${quote(clause.stem)})`,
    )
    .join(' AND ');
}

/** Terms in an FTS5 table; its `ascii` tokenizer cuts at our spaces and leaves every other script as it is. */
export class SqliteTermIndex implements TermIndex {
  readonly positionFunction = 'instr';

  columnsOf(): Record<string, Knex.Raw> {
    return {};
  }

  async write(
    tx: Knex.Transaction,
    rows: Array<{ number: number; terms: DocumentTerms }>,
  ): Promise<void> {
    await this.remove(
      tx,
      rows.map(row => row.number),
    );
    for (const { number, terms } of rows) {
      await tx(TERMS).insert({
        rowid: number,
        title: joined(terms.title),
        text: joined(terms.text),
        more: joined(terms.more),
      });
    }
  }

  async remove(
    tx: Knex.Transaction,
    numbers: readonly number[],
  ): Promise<void> {
    for (let at = 0; at < numbers.length; at += MOST_VARIABLES) {
      const some = numbers.slice(at, at + MOST_VARIABLES);
      await tx(TERMS).whereIn('rowid', some).delete();
    }
  }

  restrict(query: Knex.QueryBuilder, clauses: readonly Clause[]): void {
    query
      .join(TERMS, `${TERMS}.rowid`, `${DOCUMENTS}.number`)
      .whereRaw('?? match ?', [TERMS, queryOf(clauses)]);
  }

  order(query: Knex.QueryBuilder): void {
    query.orderByRaw(`${RANK} asc`);
  }

  filter(query: Knex.QueryBuilder, { field, values }: FieldFilter): void {
    // A path cannot quote its quote; no collator has such a field.
    if (field.includes('"')) {
      query.whereRaw('false');
      return;
    }
    query.whereExists(each =>
      each
        .from(
          each.client.raw('json_each(??, ?)', [
            `${DOCUMENTS}.document`,
            `$."${field}"`,
          ]),
        )
        .select(each.client.raw('1'))
        .whereIn(
          'value',
          values.map(value =>
            typeof value === 'boolean' ? Number(value) : value,
          ),
        ),
    );
  }
}
