// What tenants keep here. Times are ISO 8601 in UTC with milliseconds, so that they sort as text.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('entries', table => {
    table.comment('What tenants keep here: one row for each entry');
    table.text('id').primary();
    table.text('tenant').notNullable().comment('Code of the tenant');
    table.text('name').notNullable().comment('One of a kind in its tenant');
    table.text('created_by').notNullable().comment('Entity ref of the person');
    table.text('created_at').notNullable();
    table.unique(['tenant', 'name'], { indexName: 'entries_name_unique' });
    table.index(['created_at', 'id'], 'entries_created_at_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('entries');
};
