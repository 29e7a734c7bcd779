// Use over time: of each cluster the highest of five minutes, kept for two weeks; of each namespace the highest of an hour,
// kept for fifteen days, so that a peak of two weeks is always whole. Several replicas measure the same and write the same
// rows: a row keeps the highest of what it is told.
//
// The tenant is part of the key: a namespace that was deleted, and made again for another tenant, begins anew.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('usage_samples', table => {
    table.comment('Use of clusters and namespaces over time');
    table.text('cluster').notNullable();
    table.text('namespace').notNullable().comment('Empty: the whole cluster');
    table.text('tenant').notNullable().comment('Empty: of the platform');
    table
      .text('at')
      .notNullable()
      .comment('When the interval begins; ISO 8601, UTC');
    table.bigInteger('requested_cpu').notNullable().comment('Millicores');
    table.bigInteger('requested_memory').notNullable().comment('Bytes');
    table
      .bigInteger('used_cpu')
      .comment('Millicores; null without metrics of the cluster');
    table.bigInteger('used_memory').comment('Bytes; the same');
    table
      .bigInteger('allocatable_cpu')
      .comment('Millicores; of whole clusters only');
    table.bigInteger('allocatable_memory').comment('Bytes; the same');
    table.primary(['cluster', 'namespace', 'tenant', 'at']);
    // For deleting what is too old.
    table.index(['at'], 'usage_samples_at_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('usage_samples');
};
