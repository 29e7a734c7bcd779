// Apply sets: what other domains want on the clusters, and how far the clusters are. `next_run_at` is due time and lease
// in one: a worker that claims a row moves it into the future and writes its ticket; if the worker dies, the row is due
// again. `apply_set_changes` keeps who asked for what, and why.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('apply_sets', table => {
    // No apostrophes in comments of tables: knex does not escape them on PostgreSQL.
    table.comment('Objects that domains want on clusters');
    table.text('cluster').notNullable();
    table.text('id').notNullable().comment('Chosen by the owner');
    table.text('owner').notNullable().comment('Plugin, as plugin:<id>');
    table.text('tenant').notNullable();
    table.bigInteger('generation').notNullable();
    table
      .bigInteger('observed_generation')
      .notNullable()
      .comment('Last generation that was ready');
    table
      .text('state')
      .notNullable()
      .checkIn(
        [
          'pending',
          'applying',
          'waiting',
          'ready',
          'retrying',
          'stalled',
          'deleting',
          'deleted',
        ],
        'apply_sets_state_check',
      );
    table.text('desired').notNullable().comment('JSON array of objects');
    table
      .text('inventory')
      .notNullable()
      .comment(
        'JSON array of what may stand on the cluster, by UID once known',
      );
    table.text('objects').notNullable().comment('JSON array: how each stands');
    table.text('conditions').notNullable().comment('JSON array');
    table.text('reason').notNullable().comment('What asked for it');
    table.integer('attempts').notNullable();
    table.text('last_error');
    table.text('next_run_at').notNullable().comment('ISO 8601, UTC');
    table.text('ticket').comment('Of the worker that holds the lease');
    table.text('created_at').notNullable();
    table.text('updated_at').notNullable();
    table.primary(['cluster', 'id']);
    table.index(['next_run_at'], 'apply_sets_next_run_at_index');
    table.index(['tenant'], 'apply_sets_tenant_index');
  });

  await knex.schema.createTable('apply_set_changes', table => {
    table.comment('Who wanted what of an apply set, and why');
    table.text('id').primary();
    table.text('cluster').notNullable();
    table.text('apply_set_id').notNullable();
    table.text('actor').notNullable();
    table
      .text('verb')
      .notNullable()
      .checkIn(['put', 'delete'], 'apply_set_changes_verb_check');
    table.bigInteger('generation').notNullable();
    table.text('reason').notNullable();
    table.text('at').notNullable();
    table
      .foreign(['cluster', 'apply_set_id'])
      .references(['cluster', 'id'])
      .inTable('apply_sets');
    table.index(['cluster', 'apply_set_id'], 'apply_set_changes_set_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('apply_set_changes');
  await knex.schema.dropTable('apply_sets');
};
