import type { Knex } from 'knex';
import type { DocumentTerms } from '../domain/documentTerms';
import type { Clause } from '../domain/query';
import type { Term } from '../domain/terms';
import type { FieldFilter } from './DocumentStore';
import { DOCUMENTS } from './tables';
import type { TermIndex } from './TermIndex';

/** The largest position a tsvector knows. */
const LAST_POSITION = 16_383;
/** What rank gives to the weights D, C, B, A. */
const WEIGHTS = '{0.1, 0.2, 0.4, 1.0}';

/** Terms are letters and digits by construction; quoted all the same. */
function quote(term: string): string {
  return `'${term.replace(/['\\]/g, '')}'`;
}

function lexemes(terms: Term[], after: number, weight: string): string[] {
  return terms.map(({ term, position }) => {
    const at = Math.min(after + position, LAST_POSITION);
    return `${quote(term)}:${at}${weight}`;
  });
}

/** The literal of a tsvector. PostgreSQL's own parser, which takes a run of Han for one word, has no part in it. */
function vectorOf({ title, text, more }: DocumentTerms): string {
  const afterTitle = title.at(-1)?.position ?? 0;
  const afterText = afterTitle + (text.at(-1)?.position ?? 0);
  return [
    ...lexemes(title, 0, 'A'),
    ...lexemes(text, afterTitle, 'B'),
    ...lexemes(more, afterText, 'C'),
  ].join(' ');
}

function queryOf(clauses: readonly Clause[]): string {
  return clauses
    .map(clause =>
      clause.kind === 'han'
        ? quote(clause.term)
        : `(${quote(clause.prefix)}:* | ${quote(clause.stem)})`,
    )
    .join(' & ');
}

/** Terms as a tsvector in the row, behind a GIN index. */
export class PostgresTermIndex implements TermIndex {
  readonly positionFunction = 'strpos';

  columnsOf(knex: Knex, terms: DocumentTerms): Record<string, Knex.Raw> {
    return { terms: knex.raw('?::tsvector', [vectorOf(terms)]) };
  }

  async write(): Promise<void> {}

  async remove(): Promise<void> {}

  restrict(query: Knex.QueryBuilder, clauses: readonly Clause[]): void {
    query.whereRaw('?? @@ ?::tsquery', [
      `${DOCUMENTS}.terms`,
      queryOf(clauses),
    ]);
  }

  order(query: Knex.QueryBuilder, clauses: readonly Clause[]): void {
    query.orderByRaw('ts_rank_cd(?::float4[], ??, ?::tsquery) desc', [
      WEIGHTS,
      `${DOCUMENTS}.terms`,
      queryOf(clauses),
    ]);
  }

  filter(query: Knex.QueryBuilder, { field, values }: FieldFilter): void {
    query.where(either => {
      either.whereRaw('false');
      for (const value of values) {
        for (const shape of [{ [field]: value }, { [field]: [value] }])
          either.orWhereRaw('?? @> ?::jsonb', [
            `${DOCUMENTS}.document`,
            JSON.stringify(shape),
          ]);
      }
    });
  }
}
