import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { ROW_RULES } from '@caas/contract';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { applyRowFilter, createRowResource, RowAccess } from './index';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const TENANTS = ['life', 'property', '健康'];
const PEOPLE = ['user:default/a', 'user:default/b', 'user:default/c'];

type Criteria = PermissionCriteria<PermissionCondition>;
const condition = (rule: string, params: Record<string, string[]>) => ({
  rule,
  resourceType: 'row',
  params,
});
const inTenants = (tenants: string[]) =>
  condition(ROW_RULES.inTenants, { tenants });
const involves = (users: string[]) => condition(ROW_RULES.involves, { users });
const accessUnder = (conditions: Criteria) =>
  RowAccess.fromDecision({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'demo',
    resourceType: 'row',
    conditions,
  });

const arbitraryRow = fc.record({
  tenant: fc.option(fc.constantFrom(...TENANTS), { nil: undefined }),
  people: fc.option(fc.subarray(PEOPLE), { nil: undefined }),
});
const arbitraryCriteria = fc.letrec<{ criteria: Criteria }>(tie => {
  const parts = fc.array(tie('criteria'), { minLength: 1, maxLength: 3 });
  return {
    criteria: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.subarray([...TENANTS, 'unknown']).map(inTenants),
      fc.subarray([...PEOPLE, 'user:default/nobody']).map(involves),
      parts.map(allOf => ({ allOf }) as Criteria),
      parts.map(anyOf => ({ anyOf }) as Criteria),
      tie('criteria').map(not => ({ not })),
    ),
  };
}).criteria;

describe.each(databases.eachSupportedId())('rows on %p', databaseId => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await knex.schema.createTable('things', table => {
      table.integer('id').primary();
      table.text('tenant');
    });
    await knex.schema.createTable('participants', table => {
      table.integer('thing');
      table.text('person');
    });
  });

  async function store(rows: { tenant?: string; people?: string[] }[]) {
    await knex('things').delete();
    await knex('participants').delete();
    await knex('things').insert(
      rows.map(({ tenant }, id) => ({ id, tenant: tenant ?? null })),
    );
    const participants = rows.flatMap(({ people = [] }, thing) =>
      people.map(person => ({ thing, person })),
    );
    if (participants.length > 0) {
      await knex('participants').insert(participants);
    }
  }

  async function idsInSql(access: RowAccess): Promise<number[]> {
    const rows = await applyRowFilter(knex('things'), access.filter, {
      tenant: 'things.tenant',
      people: (query, people) =>
        query.whereIn(
          'things.id',
          knex('participants').select('thing').whereIn('person', people),
        ),
    })
      .orderBy('id')
      .select('id');
    return rows.map(({ id }) => id);
  }

  it('are the same in SQL and in memory, whatever the rows and the criteria', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryRow, { minLength: 1, maxLength: 8 }),
        arbitraryCriteria,
        async (rows, criteria) => {
          await store(rows);
          const access = accessUnder(criteria);
          const inMemory = rows.flatMap((row, id) =>
            access.allows(row) ? [id] : [],
          );
          expect(await idsInSql(access)).toEqual(inMemory);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('without tenant or people are nobody’s, and so are seen by "not in this tenant"', async () => {
    await store([{}, { tenant: 'life' }]);
    const others = accessUnder({ not: inTenants(['life']) });
    expect(others.allows({})).toBe(true);
    expect(await idsInSql(others)).toEqual([0]);
    expect(await idsInSql(accessUnder(inTenants(TENANTS)))).toEqual([1]);
  });

  it.each([
    ['anyOf of nothing is nothing', { anyOf: [] }, []],
    ['allOf of nothing is everything', { allOf: [] }, [0, 1]],
    ['not anyOf of nothing is everything', { not: { anyOf: [] } }, [0, 1]],
    [
      'allOf of nothing beside something is everything',
      { anyOf: [inTenants(['life']), { allOf: [] }] },
      [0, 1],
    ],
  ])('%s', async (_what, criteria, expected) => {
    const rows = [{ tenant: 'property' }, { tenant: 'life' }];
    await store(rows);
    // The type asks for at least one condition; a policy written by hand need not know.
    const access = accessUnder(criteria as unknown as Criteria);
    expect(await idsInSql(access)).toEqual(expected);
    expect(rows.map(row => access.allows(row))).toEqual(
      rows.map((_row, id) => (expected as number[]).includes(id)),
    );
  });

  it('keep the conditions that the query had before', async () => {
    await store([{ tenant: 'life' }, { tenant: 'life' }, { tenant: 'other' }]);
    const access = accessUnder({
      anyOf: [inTenants(['life']), involves(PEOPLE)],
    });
    const rows = await applyRowFilter(
      knex('things').where('id', '>', 0),
      access.filter,
      { tenant: 'tenant' },
    ).select('id');
    expect(rows).toEqual([{ id: 1 }]);
  });

  it.each([
    [AuthorizeResult.ALLOW, [0, 1]],
    [AuthorizeResult.DENY, []],
  ] as const)('under %s are %j', async (result, expected) => {
    const rows = [{}, { tenant: 'life' }];
    await store(rows);
    const access = RowAccess.fromDecision({ result });
    expect(await idsInSql(access)).toEqual(expected);
    expect(rows.filter(row => access.allows(row))).toHaveLength(
      expected.length,
    );
  });
});

describe('RowAccess', () => {
  it('refuses a rule that it does not know, instead of letting rows through', () => {
    expect(() => accessUnder(condition('IS_MOON_FULL', {}))).toThrow(
      "There is no row rule 'IS_MOON_FULL'",
    );
  });

  it('lets the system itself do everything', () => {
    expect(RowAccess.all.allows({})).toBe(true);
    expect(RowAccess.all.filter).toBe('all');
  });
});

describe('createRowResource', () => {
  const [inTenantsRule, involvesRule] = createRowResource({
    pluginId: 'demo',
    resourceType: 'demo-thing',
  }).rules;

  it.each([
    [inTenantsRule, { tenants: ['life'] }, { tenant: 'life' }, true],
    [inTenantsRule, { tenants: ['life'] }, { tenant: 'property' }, false],
    [inTenantsRule, { tenants: ['life'] }, {}, false],
    [involvesRule, { users: ['user:default/a'] }, { people: PEOPLE }, true],
    [involvesRule, { users: ['user:default/z'] }, { people: PEOPLE }, false],
    [involvesRule, { users: ['user:default/a'] }, {}, false],
  ])('%# decides a single row as lists do', (rule, params, row, expected) => {
    expect(rule.apply(row, params as never)).toBe(expected);
    expect(accessUnder(condition(rule.name, params as never)).allows(row)).toBe(
      expected,
    );
  });
});
