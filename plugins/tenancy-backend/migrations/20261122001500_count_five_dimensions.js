// Quotas count storage, pods and volume claims beside CPU and memory, each guarded by a CHECK of its own, and lines of the
// ledger may change a share that is held already.
//
// What was approved before named no such amounts: its namespaces have had 10 pods and 5 volume claims for each core that is
// begun, and keep them, with 10 GiB of storage. Quotas get ten times that for each of their cores, which is more than their
// namespaces can have taken (none has less than a tenth of a core), and what the tenants file says at the next start.
//
// Written as SQL: knex rebuilds a table of SQLite to add a column with a CHECK, which loses those that are there.

const GIBIBYTE = 2 ** 30;
/** Of each core that a namespace begins. */
const PER_CORE = {
  storage_bytes: 10 * GIBIBYTE,
  pods: 10,
  persistent_volume_claims: 5,
};
const QUOTA_FACTOR = 10;
const HOLDERS = ['namespaces', 'allocations', 'reservations'];

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  for (const [column, perCore] of Object.entries(PER_CORE)) {
    for (const table of HOLDERS) {
      await knex.raw(
        `alter table ${table} add column ${column} bigint not null default 0`,
      );
      await knex.raw(
        `update ${table} set ${column} = ((cpu_millicores + 999) / 1000) * ${perCore}`,
      );
    }
    await knex.raw(
      `alter table quotas add column hard_${column} bigint not null default 0`,
    );
    await knex.raw(
      `alter table quotas add column allocated_${column} bigint not null default 0 ` +
        `constraint quotas_${column}_check check (allocated_${column} >= 0 and allocated_${column} <= hard_${column})`,
    );
    await knex.raw(
      `update quotas set hard_${column} = ((hard_cpu_millicores + 999) / 1000) * ${perCore * QUOTA_FACTOR}`,
    );
    await knex.raw(
      `update quotas set allocated_${column} = coalesce((select sum(held.${column}) from allocations held ` +
        'where held.tenant = quotas.tenant and held.cluster = quotas.cluster and held.environment = quotas.environment), 0)',
    );
  }

  await knex.raw('alter table namespaces add column "partition" text');
  // The generation that the cluster was last seen to hold whole: a change is done when it has come that far.
  await knex.raw(
    'alter table namespaces add column ready_generation integer not null default 0',
  );
  await knex.raw(
    "update namespaces set ready_generation = generation where state = 'ready'",
  );
  // A line holds what its request added to the share of the namespace, less than nothing where it shrank. It counts until
  // it ends: when its request is taken back, or its namespace is gone.
  await knex.raw(
    'alter table allocations add column generation integer not null default 1',
  );
  await knex.raw('alter table allocations add column ended_at text');

  await knex.schema.createTable('cancelled_requests', table => {
    table.comment('Requests that must not be carried out any more');
    table.text('request_id').primary();
    table.text('cancelled_at').notNullable().comment('ISO 8601, UTC');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('cancelled_requests');
  const drop = (table, column) =>
    knex.raw(`alter table ${table} drop column "${column}"`);
  await drop('allocations', 'ended_at');
  await drop('allocations', 'generation');
  await drop('namespaces', 'ready_generation');
  await drop('namespaces', 'partition');
  for (const column of Object.keys(PER_CORE)) {
    // The check goes with its column.
    await drop('quotas', `allocated_${column}`);
    await drop('quotas', `hard_${column}`);
    for (const table of HOLDERS) await drop(table, column);
  }
};
