import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SearchEngine } from '@backstage/plugin-search-backend-node';
import type {
  IndexableDocument,
  IndexableResultSet,
  SearchQuery,
} from '@backstage/plugin-search-common';
import type { DocumentStore } from '../database/DocumentStore';
import { highlight } from '../domain/highlight';
import { parseTerm, type Clause } from '../domain/query';
import { cursorOfPage, pageOfCursor } from './cursor';
import { DocumentIndexer } from './DocumentIndexer';
import { fieldFilters } from './fieldFilters';

const PAGE_SIZE = 25;
const LARGEST_PAGE = 100;

function pageSizeOf(limit: number | undefined): number {
  const wanted = Math.floor(limit || PAGE_SIZE);
  return Math.min(Math.max(wanted, 1), LARGEST_PAGE);
}

/** Finds Chinese, English and mixed text. Who may see a result is decided by the search plugin, result by result. */
export class PortalSearchEngine implements SearchEngine {
  /** Nobody who writes a document can guess them. */
  private readonly tags = (id => ({ preTag: `<${id}>`, postTag: `</${id}>` }))(
    randomUUID(),
  );

  private constructor(
    private readonly store: DocumentStore,
    private readonly logger: LoggerService,
  ) {}

  static create(options: {
    store: DocumentStore;
    logger: LoggerService;
  }): PortalSearchEngine {
    return new PortalSearchEngine(options.store, options.logger);
  }

  /** There is no query language to translate into. */
  setTranslator(): void {
    throw new Error('The search engine of the portal takes no translator');
  }

  async getIndexer(type: string): Promise<DocumentIndexer> {
    const { store, logger } = this;
    return new DocumentIndexer({ store, type, logger });
  }

  async query(query: SearchQuery): Promise<IndexableResultSet> {
    const parsed = parseTerm(query.term);
    const page = pageOfCursor(query.pageCursor);
    const limit = pageSizeOf(query.pageLimit);
    const offset = page * limit;
    const { documents, total } = await this.store.find({
      query: parsed,
      types: query.types,
      filters: fieldFilters(query.filters),
      offset,
      limit,
    });
    return {
      results: documents.map(({ type, document }, i) => ({
        type,
        document,
        rank: offset + i + 1,
        highlight: this.highlightOf(document, parsed.clauses),
      })),
      numberOfResults: total,
      nextPageCursor:
        offset + limit < total ? cursorOfPage(page + 1) : undefined,
      previousPageCursor: page > 0 ? cursorOfPage(page - 1) : undefined,
    };
  }

  private highlightOf(document: IndexableDocument, clauses: readonly Clause[]) {
    const fields: Record<string, string> = {};
    for (const field of ['title', 'text'] as const) {
      const marked = highlight(document[field], clauses, this.tags);
      if (marked !== undefined) fields[field] = marked;
    }
    return { ...this.tags, fields };
  }
}
