// Drains of nodes: who wanted which node empty, and what has become of each pod. `next_run_at` is due time and lease in one,
// as for apply sets: a worker that claims a row moves it into the future and writes its ticket; if the worker dies, the row
// is due again.

const OPEN = "state in ('pending', 'draining', 'cancelling')";

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('node_drains', table => {
    table.comment('Nodes that somebody wants empty');
    table.text('id').primary();
    table.text('cluster').notNullable();
    table.text('node').notNullable();
    table
      .text('state')
      .notNullable()
      .checkIn(
        ['pending', 'draining', 'cancelling', 'done', 'failed', 'cancelled'],
        'node_drains_state_check',
      );
    table.text('message').notNullable().comment('How it stands, for people');
    table.text('options').notNullable().comment('JSON object');
    table.text('reason').notNullable();
    table.text('requested_by').notNullable().comment('Entity ref');
    table.text('cancelled_by').comment('Entity ref');
    table
      .boolean('uncordon')
      .notNullable()
      .comment('Whether to open the node again once it is cancelled');
    table.text('pods').notNullable().comment('JSON array: how each stands');
    table.integer('attempts').notNullable();
    table.text('last_error');
    table.text('next_run_at').notNullable().comment('ISO 8601, UTC');
    table.text('ticket').comment('Of the worker that holds the lease');
    table.text('created_at').notNullable();
    table.text('deadline_at').notNullable();
    table.text('finished_at');
    table.index(['next_run_at'], 'node_drains_due');
    table.index(['cluster', 'created_at'], 'node_drains_latest');
  });
  // Two that empty one node at once would cancel each other.
  await knex.raw(
    `create unique index node_drains_open on node_drains (cluster, node) where ${OPEN}`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('node_drains');
};
