// Approved requests change quotas. Each leaves a row, so that it is carried out once however often it is asked for.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('quota_changes', table => {
    table.comment('Quotas as approved requests have set them');
    table.text('request_id').primary();
    table.text('tenant').notNullable();
    table.text('cluster').notNullable();
    table.text('environment').notNullable();
    table.text('amounts_before').comment('JSON; null for a new quota');
    table.text('amounts').notNullable().comment('JSON');
    table.text('created_at').notNullable().comment('ISO 8601, UTC');
    table.index(
      ['tenant', 'cluster', 'environment', 'created_at'],
      'quota_changes_quota_index',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('quota_changes');
};
