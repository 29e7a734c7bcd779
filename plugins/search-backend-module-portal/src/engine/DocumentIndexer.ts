import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { BatchSearchEngineIndexer } from '@backstage/plugin-search-backend-node';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { DocumentStore } from '../database/DocumentStore';

const BATCH_SIZE = 200;

/** One run of a collator. A run without documents changes nothing, as in Backstage's own engines: its source was away. */
export class DocumentIndexer extends BatchSearchEngineIndexer {
  private readonly run = randomUUID();
  private received = 0;

  constructor(
    private readonly options: {
      store: DocumentStore;
      type: string;
      logger: LoggerService;
    },
  ) {
    super({ batchSize: BATCH_SIZE });
  }

  async initialize(): Promise<void> {}

  async index(documents: IndexableDocument[]): Promise<void> {
    const { store, type } = this.options;
    this.received += documents.length;
    await store.keep(this.run, type, documents);
  }

  async finalize(): Promise<void> {
    const { logger, store, type } = this.options;
    if (this.received === 0) {
      logger.warn(
        `The collator of ${type} found no documents; the index of ${type} stays as it was`,
      );
      return;
    }
    await store.forgetUnseen(this.run, type);
  }
}
