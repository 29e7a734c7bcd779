import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import {
  mockServices,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { Knex } from 'knex';
import { DatabaseDocumentStore } from '../database/DatabaseDocumentStore';
import { PortalSearchEngine } from '../engine/PortalSearchEngine';

type DatabaseId = Parameters<TestDatabases['init']>[0];

export interface TestEngine {
  engine: PortalSearchEngine;
  knex: Knex;
  /** One run of a collator. */
  index(type: string, documents: IndexableDocument[]): Promise<void>;
  /** Titles found, best first. */
  titles(
    term: string,
    rest?: Partial<Parameters<PortalSearchEngine['query']>[0]>,
  ): Promise<string[]>;
  /** Another process on the same database. */
  restart(): Promise<TestEngine>;
}

async function engineOn(knex: Knex): Promise<TestEngine> {
  const store = await DatabaseDocumentStore.create({
    getClient: async () => knex,
  });
  const logger = mockServices.logger.mock();
  const engine = PortalSearchEngine.create({ store, logger });
  return {
    engine,
    knex,
    index: async (type, documents) =>
      pipeline(Readable.from(documents), await engine.getIndexer(type)),
    titles: async (term, rest) =>
      (await engine.query({ term, ...rest })).results.map(
        ({ document }) => document.title,
      ),
    restart: () => engineOn(knex),
  };
}

export async function createTestEngine(
  databases: TestDatabases,
  id: DatabaseId,
): Promise<TestEngine> {
  return engineOn(await databases.init(id));
}

/** A document as the catalog's collator makes it. */
export function entityDocument(
  title: string,
  text: string,
  facts: Record<string, unknown> = {},
): IndexableDocument {
  return {
    title,
    text,
    location: `/catalog/default/component/${title}`,
    ...facts,
  } as IndexableDocument;
}
