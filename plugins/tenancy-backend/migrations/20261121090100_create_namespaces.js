// Namespaces that tenants hold, and the work that is left to do for each. `next_run_at` is due time and lease in one:
// a worker that claims a row moves it into the future and writes its ticket; if the worker dies, the row is due again.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('namespaces', table => {
    // No apostrophes in comments of tables: knex does not escape them on PostgreSQL.
    table.comment('Places that tenants have on clusters');
    table.text('id').primary().comment('Made from the id of the request');
    table.text('name').notNullable().comment('Name on the cluster');
    table.text('tenant').notNullable().references('tenants.code');
    table.text('cluster').notNullable();
    table
      .text('environment')
      .notNullable()
      .checkIn(
        ['dev', 'test', 'staging', 'prod'],
        'namespaces_environment_check',
      );
    table.bigInteger('cpu_millicores').notNullable();
    table.bigInteger('memory_bytes').notNullable();
    table.text('purpose').notNullable();
    table
      .text('state')
      .notNullable()
      .checkIn(['provisioning', 'ready', 'failed'], 'namespaces_state_check');
    table
      .text('step')
      .notNullable()
      .checkIn(['apply', 'ready'], 'namespaces_step_check')
      .comment('What it is at, or failed at');
    table.text('message').comment('Why it waits or failed, for a person');
    table.text('request_id').notNullable().unique();
    table.text('requester').notNullable();
    table.integer('generation').notNullable().comment('Only grows');
    table
      .boolean('failure_told')
      .notNullable()
      .comment('Whether the desk has been answered that it failed');
    table.text('next_run_at').notNullable().comment('Due time and lease');
    table.text('ticket').comment('Held by the worker that claimed it last');
    table.integer('attempts').notNullable();
    table.text('last_error');
    table.text('created_at').notNullable().comment('ISO 8601, UTC');
    table.text('updated_at').notNullable().comment('ISO 8601, UTC');
    table.unique(['cluster', 'name'], {
      indexName: 'namespaces_cluster_name_unique',
    });
    table.index(['tenant'], 'namespaces_tenant_index');
    table.index(['next_run_at'], 'namespaces_next_run_at_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('namespaces');
};
