// Whose decisions a request has is asked with every list: without an index each list reads every decision that was ever made.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.alterTable('decisions', table => {
    table.index(['decided_by'], 'decisions_decided_by_index');
    table.index(['on_behalf_of'], 'decisions_on_behalf_of_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.alterTable('decisions', table => {
    table.dropIndex(['decided_by'], 'decisions_decided_by_index');
    table.dropIndex(['on_behalf_of'], 'decisions_on_behalf_of_index');
  });
};
