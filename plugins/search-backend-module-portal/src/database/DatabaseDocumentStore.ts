import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import { connectDatabase, isPostgres } from '@caas/database-node';
import type { Knex } from 'knex';
import { termsOfDocument } from '../domain/documentTerms';
import { digestOf, idOf } from './digest';
import type {
  DocumentStore,
  FindOptions,
  FoundDocuments,
} from './DocumentStore';
import { PostgresTermIndex } from './PostgresTermIndex';
import { SqliteTermIndex } from './SqliteTermIndex';
import { storable } from './storable';
import { DOCUMENTS, MIGRATIONS, type DbDocumentRow } from './tables';
import type { TermIndex } from './TermIndex';

/**
 * Documents in the database of the search plugin.
 *
 * Documents appear as they are collated, and those a run has not seen go at its end: no transaction stays open while
 * collators read the catalog, and a run that dies half-way loses nothing.
 */
export class DatabaseDocumentStore implements DocumentStore {
  private constructor(
    private readonly knex: Knex,
    private readonly index: TermIndex,
  ) {}

  static async create(
    database: DatabaseService,
  ): Promise<DatabaseDocumentStore> {
    const knex = await connectDatabase(
      database,
      '@caas/plugin-search-backend-module-portal',
      MIGRATIONS,
    );
    const index = isPostgres(knex)
      ? new PostgresTermIndex()
      : new SqliteTermIndex();
    return new DatabaseDocumentStore(knex, index);
  }

  async keep(
    run: string,
    type: string,
    documents: readonly IndexableDocument[],
  ): Promise<void> {
    // The last of two with one id wins; one statement cannot write a row twice.
    const byId = new Map(
      documents.map(storable).map(each => [idOf(type, each), each]),
    );
    await this.knex.transaction(async tx => {
      const known = await tx<DbDocumentRow>(DOCUMENTS)
        .whereIn('id', [...byId.keys()])
        .select('id', 'digest');
      const same = known
        .filter(({ id, digest }) => digestOf(byId.get(id)!) === digest)
        .map(({ id }) => id);
      await tx(DOCUMENTS).whereIn('id', same).update({ run });
      for (const id of same) byId.delete(id);
      await this.write(tx, run, type, byId);
    });
  }

  private async write(
    tx: Knex.Transaction,
    run: string,
    type: string,
    byId: ReadonlyMap<string, IndexableDocument>,
  ): Promise<void> {
    if (byId.size === 0) return;
    const terms = new Map(
      [...byId].map(([id, document]) => [id, termsOfDocument(document)]),
    );
    const rows = await tx(DOCUMENTS)
      .insert(
        [...byId].map(([id, document]) => ({
          id,
          type,
          location: document.location,
          title_key: terms.get(id)!.titleKey,
          document: JSON.stringify(document),
          digest: digestOf(document),
          run,
          ...this.index.columnsOf(tx, terms.get(id)!),
        })),
      )
      .onConflict('id')
      .merge()
      .returning(['number', 'id']);
    await this.index.write(
      tx,
      rows.map(({ number, id }) => ({ number, terms: terms.get(id)! })),
    );
  }

  async forgetUnseen(run: string, type: string): Promise<void> {
    await this.knex.transaction(async tx => {
      const unseen = () =>
        tx<DbDocumentRow>(DOCUMENTS).where({ type }).whereNot({ run });
      const rows = await unseen().select('number');
      await this.index.remove(
        tx,
        rows.map(({ number }) => number),
      );
      await unseen().delete();
    });
  }

  async find(options: FindOptions): Promise<FoundDocuments> {
    const { clauses, key } = options.query;
    const matching = this.matching(options);
    const [{ total }] = await matching.clone().count({ total: '*' });
    if (clauses.length > 0) {
      const title = `${DOCUMENTS}.title_key`;
      const { positionFunction } = this.index;
      matching.orderByRaw('case when ?? = ? then 0 else 1 end', [title, key]);
      matching.orderByRaw(
        `case when ${positionFunction}(??, ?) > 0 then 0 else 1 end`,
        [title, key],
      );
      this.index.order(matching, clauses);
    }
    const rows: DbDocumentRow[] = await matching
      .select(`${DOCUMENTS}.type`, `${DOCUMENTS}.document`)
      .orderBy([`${DOCUMENTS}.title_key`, `${DOCUMENTS}.id`])
      .offset(options.offset)
      .limit(options.limit);
    return {
      total: Number(total),
      documents: rows.map(({ type, document }) => ({
        type,
        document:
          typeof document === 'string' ? JSON.parse(document) : document,
      })),
    };
  }

  private matching({ query, types, filters }: FindOptions): Knex.QueryBuilder {
    const matching = this.knex(DOCUMENTS);
    if (query.clauses.length > 0) this.index.restrict(matching, query.clauses);
    if (types) matching.whereIn(`${DOCUMENTS}.type`, types);
    for (const filter of filters) this.index.filter(matching, filter);
    return matching;
  }
}
