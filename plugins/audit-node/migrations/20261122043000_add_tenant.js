// The tenant that an event is about, so that the trail can be read for one tenant.
//
// Events that are there take it from what they noted: most note `tenant`; what tenancy notes of tenants and members says
// `code` instead; and what happens to a request is about the tenant that it was submitted for. The facts are read here and
// not by the database, because a text that a database takes for broken JSON must not keep the portal from starting.

const BATCH = 1_000;
const LONGEST = 63;

/** What tenancy called the tenant before it noted `tenant`. */
const EVENTS_WITH_CODE = ['tenant-create', 'member-add', 'member-remove'];

const codeOf = text =>
  typeof text === 'string' && text !== '' && text.length <= LONGEST
    ? text
    : undefined;

function readFacts({ facts }) {
  try {
    return JSON.parse(facts) ?? {};
  } catch {
    return {};
  }
}

function notedTenant(row, facts) {
  if (codeOf(facts.tenant)) return facts.tenant;
  return row.plugin_id === 'tenancy' && EVENTS_WITH_CODE.includes(row.event_id)
    ? codeOf(facts.code)
    : undefined;
}

/** Gives every event without a tenant the one that `find` answers for it, a page of events at a time. */
async function fill(knex, find) {
  for (let last = ''; ;) {
    const rows = await knex('audit_events')
      .select('id', 'plugin_id', 'event_id', 'facts')
      .where('id', '>', last)
      .whereNull('tenant')
      .orderBy('id')
      .limit(BATCH);
    if (rows.length === 0) return;
    last = rows[rows.length - 1].id;
    const idsOf = new Map();
    for (const row of rows) {
      const tenant = find(row, readFacts(row));
      if (tenant) idsOf.set(tenant, [...(idsOf.get(tenant) ?? []), row.id]);
    }
    for (const [tenant, ids] of idsOf) {
      await knex('audit_events').whereIn('id', ids).update({ tenant });
    }
  }
}

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.alterTable('audit_events', table => {
    table.text('tenant').comment('Code of the tenant that it is about');
    table.index(['tenant', 'started_at', 'id'], 'audit_events_tenant_index');
  });
  const tenantOfRequest = new Map();
  await fill(knex, (row, facts) => {
    const tenant = notedTenant(row, facts);
    if (tenant && facts.request) tenantOfRequest.set(facts.request, tenant);
    return tenant;
  });
  if (tenantOfRequest.size === 0) return;
  await fill(knex, (row, facts) =>
    row.plugin_id === 'approvals'
      ? tenantOfRequest.get(facts.request)
      : undefined,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.raw('drop index audit_events_tenant_index');
  await knex.raw('alter table audit_events drop column tenant');
};
