// The inbox of somebody who has decided for years: what it asks about a person is read from the index alone, in one piece,
// instead of from as many pages of the table as there were requests.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.alterTable('stage_approvers', table => {
    table.index(
      ['user_ref', 'request_id', 'revision', 'position'],
      'stage_approvers_inbox_index',
    );
    table.dropIndex(['user_ref'], 'stage_approvers_user_index');
  });
  await knex.schema.alterTable('decisions', table => {
    table.index(
      ['decided_by', 'request_id', 'revision'],
      'decisions_person_index',
    );
    table.dropIndex(['decided_by'], 'decisions_decided_by_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.alterTable('decisions', table => {
    table.index(['decided_by'], 'decisions_decided_by_index');
    table.dropIndex(
      ['decided_by', 'request_id', 'revision'],
      'decisions_person_index',
    );
  });
  await knex.schema.alterTable('stage_approvers', table => {
    table.index(['user_ref'], 'stage_approvers_user_index');
    table.dropIndex(
      ['user_ref', 'request_id', 'revision', 'position'],
      'stage_approvers_inbox_index',
    );
  });
};
