// Leases of namespaces, and the end of their life.
//
// `namespaces.life` says whether a namespace is held, stopped at the end of its lease, being deleted, or deleted; `state`
// goes on saying how its objects stand. A deleted one stays as history: a name is taken only by those that are not deleted.
//
// A lease is a row that a worker climbs a ladder with: `next_run_at` is due time and lease of the worker in one, `step` is
// the number that clusters compare, so that a late stop cannot undo a start. Namespaces that are there when this runs have
// had no lease: those outside of production get 90 days from now.
//
// Columns with a CHECK are added as SQL: knex rebuilds a table of SQLite for that, which loses the checks it has.

const DAYS_FOR_OLD_ONES = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

const isPostgres = knex => String(knex.client.config.client).startsWith('pg');

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.raw(
    "alter table namespaces add column life text not null default 'held' " +
      "constraint namespaces_life_check check (life in ('held', 'stopped', 'deleting', 'deleted'))",
  );
  await knex.schema.alterTable('namespaces', table => {
    table
      .text('delete_request_id')
      .comment('Request that deleted it, if one did');
    table.text('deleting_at').comment('ISO 8601, UTC');
    table.text('deleted_at').comment('ISO 8601, UTC');
  });
  await knex.raw(
    isPostgres(knex)
      ? 'alter table namespaces drop constraint namespaces_cluster_name_unique'
      : 'drop index namespaces_cluster_name_unique',
  );
  await knex.raw(
    'create unique index namespaces_cluster_name_unique on namespaces (cluster, name) ' +
      "where life <> 'deleted'",
  );

  await knex.schema.createTable('leases', table => {
    table.comment('How long namespaces may stay, and how far the ladder is');
    table.text('namespace_id').primary().references('namespaces.id');
    table.text('until').notNullable().comment('ISO 8601, UTC');
    table
      .text('stage')
      .notNullable()
      .checkIn(
        ['running', 'reminded', 'stopped', 'grace', 'exported', 'starting'],
        'leases_stage_check',
      );
    table.integer('reminded_days').comment('The last reminder that was sent');
    table.text('stopped_at').comment('ISO 8601, UTC');
    table.text('grace_until').comment('ISO 8601, UTC');
    table.text('held_by').notNullable().comment('JSON: what holds the step');
    table.text('hold_told_at').comment('When people were last told of it');
    table.integer('step').notNullable().comment('Only grows');
    table.text('next_step_at').notNullable().comment('ISO 8601, UTC');
    table.text('next_run_at').notNullable().comment('Due time and lease');
    table.text('ticket').comment('Held by the worker that claimed it last');
    table.integer('attempts').notNullable();
    table.text('last_error');
    table.text('updated_at').notNullable().comment('ISO 8601, UTC');
    table.index(['next_run_at'], 'leases_next_run_at_index');
  });
  await knex.schema.createTable('lease_renewals', table => {
    table.comment('Who had a lease made longer');
    table.text('request_id').primary();
    table.text('namespace_id').notNullable().references('namespaces.id');
    table.text('until_before').notNullable().comment('ISO 8601, UTC');
    table.text('until').notNullable().comment('ISO 8601, UTC');
    table.integer('step').notNullable().comment('Of the lease from then on');
    table.text('created_at').notNullable().comment('ISO 8601, UTC');
    table.index(['namespace_id'], 'lease_renewals_namespace_index');
  });
  await knex.schema.createTable('namespace_exports', table => {
    table.comment('Manifests that were kept of namespaces');
    table.text('id').primary().comment('Namespace and step of its lease');
    table.text('namespace_id').notNullable().references('namespaces.id');
    table.text('taken_at').notNullable().comment('ISO 8601, UTC');
    table.integer('object_count').notNullable();
    table.integer('bytes').notNullable();
    table.text('gaps').notNullable().comment('JSON: what is not in it');
    table.text('manifests').notNullable().comment('YAML');
    table.index(['namespace_id'], 'namespace_exports_namespace_index');
  });

  const now = new Date();
  const lastDay = new Date(now.getTime() + DAYS_FOR_OLD_ONES * DAY_MS);
  const until = `${lastDay.toISOString().slice(0, 10)}T23:59:59.999Z`;
  const ids = await knex('namespaces')
    .whereNot('environment', 'prod')
    .pluck('id');
  await knex.batchInsert(
    'leases',
    ids.map(id => ({
      namespace_id: id,
      until,
      stage: 'running',
      held_by: '[]',
      step: 1,
      next_step_at: until,
      next_run_at: now.toISOString(),
      attempts: 0,
      updated_at: now.toISOString(),
    })),
    50,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('namespace_exports');
  await knex.schema.dropTable('lease_renewals');
  await knex.schema.dropTable('leases');
  // A name may be taken again by now, and there is no word for what is gone: its history goes too.
  const gone = knex('namespaces').where('life', 'deleted').select('id');
  await knex('allocations').whereIn('namespace_id', gone).delete();
  await knex('namespaces').where('life', 'deleted').delete();
  await knex.raw('drop index namespaces_cluster_name_unique');
  await knex.raw(
    isPostgres(knex)
      ? 'alter table namespaces add constraint namespaces_cluster_name_unique unique (cluster, name)'
      : 'create unique index namespaces_cluster_name_unique on namespaces (cluster, name)',
  );
  for (const column of [
    'deleted_at',
    'deleting_at',
    'delete_request_id',
    'life',
  ]) {
    // The check goes with its column.
    await knex.raw(`alter table namespaces drop column ${column}`);
  }
};
