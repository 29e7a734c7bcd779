import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import { parseAllDocuments } from 'yaml';
import { createTestEngine, type TestEngine } from '../__testUtils__/engines';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const CATALOG = path.resolve(__dirname, '../../../../catalog');
const BEST = 10;

interface Entity {
  kind: string;
  metadata: { name: string; title?: string; description?: string };
  spec?: { type?: string; lifecycle?: string; owner?: string };
}

/** The entities of our own catalog, as its collator hands them over. */
function catalogDocuments(): IndexableDocument[] {
  const files = ['apis', 'systems', 'org', 'portal'].flatMap(folder =>
    readdirSync(path.join(CATALOG, folder))
      .filter(name => name.endsWith('.yaml'))
      .map(name => path.join(CATALOG, folder, name)),
  );
  const entities = files.flatMap(file =>
    parseAllDocuments(readFileSync(file, 'utf8'), { logLevel: 'error' }).map(
      document => document.toJS() as Entity | null,
    ),
  );
  return entities
    .filter(entity => entity?.metadata?.name && entity.kind !== 'Location')
    .map(entity => {
      const { kind, metadata, spec } = entity!;
      const name = metadata.name;
      return {
        title: metadata.title ?? name,
        text: metadata.description ?? '',
        location: `/catalog/default/${kind.toLowerCase()}/${name}`,
        kind,
        type: spec?.type ?? 'other',
        lifecycle: spec?.lifecycle ?? '',
        owner: spec?.owner ?? '',
        authorization: {
          resourceRef: `${kind.toLowerCase()}:default/${name}`,
        },
      };
    });
}

const DOCUMENTS = catalogDocuments();

/** What somebody looking for the document may type: its title, two words of it, a clause of its description. */
function questionsFor(document: IndexableDocument): string[] {
  const [clause] = document.text.match(/\p{sc=Han}{4,12}/u) ?? [];
  const [title] = document.title.match(/^\p{sc=Han}{2,}$/u) ?? [];
  return [title, clause, title && clause && `${title} ${clause}`].filter(
    (each): each is string => Boolean(each),
  );
}

const QUESTIONS = DOCUMENTS.flatMap(document =>
  questionsFor(document).map(term => ({ term, wanted: document.location })),
);

/** Words of the domain and every document that holds them. */
const WORDS = '核保 保单 理赔 客户 产品 服务 数据 规则 通知 车险 续期 查勘 欺诈'
  .split(' ')
  .map(term => ({
    term,
    holders: DOCUMENTS.filter(({ title, text }) =>
      `${title}\n${text}`.includes(term),
    ).map(each => each.location),
  }))
  .filter(({ holders }) => holders.length > 0);

describe.each(databases.eachSupportedId())(
  'the catalog of this repository on %s',
  databaseId => {
    let test: TestEngine;
    beforeAll(async () => {
      test = await createTestEngine(databases, databaseId);
      await test.index('software-catalog', DOCUMENTS);
    });
    const find = async (term: string, pageLimit = BEST) =>
      (await test.engine.query({ term, pageLimit })).results.map(
        each => each.document.location,
      );

    it('has enough questions to say anything', () => {
      expect(QUESTIONS.length).toBeGreaterThan(50);
      expect(WORDS.length).toBeGreaterThan(7);
    });

    it('finds at least 95 of 100 among the ten best', async () => {
      const missed: string[] = [];
      for (const { term, wanted } of QUESTIONS)
        if (!(await find(term)).includes(wanted)) missed.push(term);
      const recall = 1 - missed.length / QUESTIONS.length;
      expect({ missed, good: recall >= 0.95 }).toMatchObject({ good: true });
    });

    it.each(WORDS)(
      'finds by $term what holds it, and nothing else',
      async ({ term, holders }) => {
        expect((await find(term, 100)).sort()).toEqual([...holders].sort());
      },
    );

    it('finds 核保 and not 李伟', async () => {
      const found = await find('核保');
      expect(found).toContain(
        '/catalog/default/component/underwriting-service',
      );
      expect(found.filter(each => each.includes('/user/'))).toEqual([]);
    });
  },
);
