// The quota ledger. `quotas.allocated_*` is the sum of the quota's allocations, kept in the same row so that one row
// lock guards it; the checks hold even against a writer that forgets the lock. Reservations only show what pending
// requests ask for: they may exceed the quota, and guard nothing.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('quotas', table => {
    table.comment('What a tenant may hold on a cluster in an environment');
    table.text('tenant').notNullable().references('tenants.code');
    table.text('cluster').notNullable();
    table
      .text('environment')
      .notNullable()
      .checkIn(['dev', 'test', 'staging', 'prod'], 'quotas_environment_check');
    table.bigInteger('hard_cpu_millicores').notNullable();
    table.bigInteger('hard_memory_bytes').notNullable();
    table.bigInteger('allocated_cpu_millicores').notNullable();
    table.bigInteger('allocated_memory_bytes').notNullable();
    table.text('updated_at').notNullable().comment('ISO 8601, UTC');
    table.primary(['tenant', 'cluster', 'environment']);
    table.check(
      'allocated_cpu_millicores >= 0 and allocated_cpu_millicores <= hard_cpu_millicores',
      [],
      'quotas_cpu_check',
    );
    table.check(
      'allocated_memory_bytes >= 0 and allocated_memory_bytes <= hard_memory_bytes',
      [],
      'quotas_memory_check',
    );
  });

  await knex.schema.createTable('allocations', table => {
    table.comment('Lines of the ledger: the share of an approved request');
    table.text('request_id').primary();
    table
      .text('namespace_id')
      .notNullable()
      .references('namespaces.id')
      .comment('What holds the share');
    table.text('tenant').notNullable();
    table.text('cluster').notNullable();
    table.text('environment').notNullable();
    table.bigInteger('cpu_millicores').notNullable();
    table.bigInteger('memory_bytes').notNullable();
    table.text('created_at').notNullable().comment('ISO 8601, UTC');
    table
      .foreign(['tenant', 'cluster', 'environment'], 'allocations_quota_fkey')
      .references(['tenant', 'cluster', 'environment'])
      .inTable('quotas');
    table.index(
      ['tenant', 'cluster', 'environment'],
      'allocations_quota_index',
    );
    table.index(['namespace_id'], 'allocations_namespace_id_index');
  });

  await knex.schema.createTable('reservations', table => {
    table.comment('What pending requests ask for');
    table.text('request_id').primary();
    table.text('tenant').notNullable();
    table.text('cluster').notNullable();
    table.text('environment').notNullable();
    table.text('name').notNullable().comment('Name on the cluster');
    table.bigInteger('cpu_millicores').notNullable();
    table.bigInteger('memory_bytes').notNullable();
    table
      .text('state')
      .notNullable()
      .checkIn(['held', 'settled'], 'reservations_state_check')
      .comment('A settled one stays, so that a late repeat cannot revive it');
    table.text('updated_at').notNullable().comment('ISO 8601, UTC');
    table.index(
      ['tenant', 'cluster', 'environment'],
      'reservations_quota_index',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('reservations');
  await knex.schema.dropTable('allocations');
  await knex.schema.dropTable('quotas');
};
