import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createTestEngine,
  entityDocument,
  type TestEngine,
} from '../__testUtils__/engines';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const UNDERWRITING = entityDocument(
  '核保服务',
  '自动核保规则与人工核保任务。Automatic underwriting rules, and cases for people.',
  {
    kind: 'Component',
    type: 'service',
    lifecycle: 'production',
    tags: ['java', '核心'],
    authorization: { resourceRef: 'component:default/underwriting-service' },
  },
);
const UNDERWRITING_API = entityDocument(
  '核保接口',
  'OpenAPI 描述：提交保单去核保。Policies are submitted here.',
  { kind: 'API', type: 'openapi', lifecycle: 'experimental' },
);
const POLICY_API = entityDocument(
  '保单接口',
  '保单的查询与变更，OpenAPI保单描述。',
  { kind: 'API', type: 'openapi', lifecycle: 'production' },
);
const LI_WEI = entityDocument('李伟', 'li.wei@example.com', { kind: 'User' });
const AUDIT = entityDocument('审核与保全', '审核材料，保全变更。');
const ALL = [UNDERWRITING, UNDERWRITING_API, POLICY_API, LI_WEI, AUDIT];

describe.each(databases.eachSupportedId())('search on %s', databaseId => {
  let test: TestEngine;

  beforeAll(async () => {
    test = await createTestEngine(databases, databaseId);
    await test.index('software-catalog', ALL);
  });

  it.each([
    ['a Chinese word', '核保', ['核保接口', '核保服务']],
    ['a single character', '伟', ['李伟']],
    ['a whole title, that one first', '核保服务', ['核保服务']],
    ['words that do not stand side by side', '保单变更', ['保单接口']],
    ['words joined by a particle', '保单的变更', ['保单接口']],
    ['mixed text', 'OpenAPI 保单', ['保单接口', '核保接口']],
    ['mixed text without a space', 'OpenAPI保单', ['保单接口', '核保接口']],
    ['the beginning of an English word', 'underw', ['核保服务']],
    ['another form of an English word', 'policy', ['核保接口']],
    ['capitals and full width', 'ＵＮＤＥＲwriting', ['核保服务']],
    ['the name of the entity', 'underwriting-service', ['核保服务']],
    ['a tag', '核心', ['核保服务']],
    ['nothing that exists', '再保险', []],
    ['one word that exists and one that does not', '核保 kafka', []],
    ['the characters of a word apart', '审保', []],
  ])('finds by %s', async (_, term, titles) => {
    expect((await test.titles(term)).sort()).toEqual([...titles].sort());
  });

  it('puts the exact title first, then titles that hold the words', async () => {
    const own = await createTestEngine(databases, databaseId);
    await own.index('software-catalog', ALL);
    await own.index('other', [
      entityDocument('说明', '核保 核保 核保 核保 核保 核保 核保'),
      entityDocument('核保', '短'),
    ]);
    const titles = await own.titles('核保');
    expect(titles[0]).toBe('核保');
    expect(titles.at(-1)).toBe('说明');
  });

  it.each(['', ' ', '。，！', '*', '&|!', '😀', '()'])(
    'finds everything when %j holds nothing to search for',
    async term => {
      await expect(test.titles(term)).resolves.toHaveLength(ALL.length);
    },
  );

  it.each([
    '核保*',
    '+核保 -服务',
    'title:核保',
    '核保~2',
    "核保' | 'a",
    '核保" OR "a',
    '!核保',
    '核保 & !服务',
    '核保 <-> 服务',
    'NEAR(核保 服务)',
    '核保 AND NOT 服务',
    "'; drop table portal_search_documents; --",
    '核\0保',
    '核保\ud840',
    '½ ﷺ ㈱',
    '核保^10',
    '\\',
    '?',
    '%',
  ])('takes %j as data', async term => {
    const { results } = await test.engine.query({ term });
    for (const { document } of results) expect(ALL).toContainEqual(document);
    await expect(test.titles('核保')).resolves.toHaveLength(2);
  });

  it('ignores operators, instead of obeying them', async () => {
    await expect(test.titles('核保 -服务')).resolves.toEqual(['核保服务']);
    await expect(test.titles('title:核保')).resolves.toEqual([]);
    await expect(test.titles('核保*')).resolves.toHaveLength(2);
  });

  it.each([
    ['Han', '核保服务'.repeat(5_000)],
    ['one word', 'a'.repeat(20_000)],
    ['many words', Array.from({ length: 5_000 }, (_, i) => `w${i}`).join(' ')],
  ])('survives a very long term of %s', async (_, term) => {
    await expect(test.engine.query({ term })).resolves.toMatchObject({
      results: expect.any(Array),
    });
  });

  it('answers with the document as collated, and highlights its own text', async () => {
    const { results } = await test.engine.query({ term: '核保 people' });
    expect(results).toHaveLength(1);
    const { document, highlight, type, rank } = results[0];
    expect({ document, type, rank }).toEqual({
      document: UNDERWRITING,
      type: 'software-catalog',
      rank: 1,
    });
    const { preTag, postTag, fields } = highlight!;
    const shown = (field: string) =>
      fields[field].replaceAll(preTag, '[').replaceAll(postTag, ']');
    expect(shown('title')).toBe('[核保]服务');
    expect(shown('text')).toBe(
      '自动[核保]规则与人工[核保]任务。Automatic underwriting rules, and cases for [people].',
    );
  });

  it('filters by the fields of the document', async () => {
    const filtered = (filters: object, term = '') =>
      test.titles(term, { filters: { ...filters } });
    await expect(filtered({ kind: 'API' }, '核保')).resolves.toEqual([
      '核保接口',
    ]);
    await expect(
      filtered({ kind: ['API', 'Component'], lifecycle: 'production' }),
    ).resolves.toEqual(['保单接口', '核保服务']);
    await expect(filtered({ tags: '核心' })).resolves.toEqual(['核保服务']);
    await expect(filtered({ kind: [] }, '李伟')).resolves.toEqual(['李伟']);
    for (const nothing of [
      { kind: 'api' },
      { nowhere: 'x' },
      { 'a"b': 'x' },
      { "a'b?": 'x' },
      { kind: { is: 'API' } },
      { kind: null },
      { kind: 'A\0' },
      { 'k\0': 'x' },
      { kind: "API' or '1'='1" },
    ])
      await expect(filtered(nothing)).resolves.toEqual([]);
  });

  it('keeps to the types asked for', async () => {
    const own = await createTestEngine(databases, databaseId);
    await own.index('software-catalog', ALL);
    await own.index('techdocs', [entityDocument('核保手册', '怎么核保')]);
    await expect(own.titles('核保', { types: ['techdocs'] })).resolves.toEqual([
      '核保手册',
    ]);
    await expect(own.titles('核保', { types: ['none'] })).resolves.toEqual([]);
    await expect(own.titles('核保', { types: [] })).resolves.toEqual([]);
  });

  it('pages through a thousand documents, each once', async () => {
    const own = await createTestEngine(databases, databaseId);
    await own.index(
      'many',
      Array.from({ length: 1_000 }, (_, i) =>
        entityDocument(`保单服务${i}`, '处理保单'),
      ),
    );
    const seen: string[] = [];
    let pageCursor: string | undefined;
    do {
      const page = await own.engine.query({
        term: '保单',
        types: ['many'],
        pageLimit: 100,
        pageCursor,
      });
      expect(page.numberOfResults).toBe(1_000);
      seen.push(...page.results.map(each => each.document.title));
      pageCursor = page.nextPageCursor;
    } while (pageCursor);
    expect(seen).toHaveLength(1_000);
    expect(new Set(seen).size).toBe(1_000);
    await expect(own.titles('保单服务77')).resolves.toContain('保单服务77');
    expect((await own.titles('保单服务77'))[0]).toBe('保单服务77');
  });

  it.each([
    ['a cursor that is none', { pageCursor: 'nonsense' }],
    ['a page before the first', { pageCursor: btoa('-3') }],
    ['a negative size', { pageLimit: -5 }],
    ['a broken size', { pageLimit: 1.5 }],
  ])('takes %s for the nearest that exists', async (_, rest) => {
    expect((await test.titles('', rest)).length).toBeGreaterThan(0);
  });

  it('answers an empty page beyond the last one', async () => {
    await expect(
      test.engine.query({ term: '', pageCursor: btoa('9') }),
    ).resolves.toMatchObject({ results: [], nextPageCursor: undefined });
  });
});
