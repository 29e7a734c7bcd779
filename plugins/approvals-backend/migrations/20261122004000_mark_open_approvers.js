// The inbox of a person starts from what waits for them now, and not from everything that they could ever decide; a list of
// everything is read in its order, and not sorted.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  // In words: knex would copy the table on SQLite.
  await knex.raw(
    'alter table stage_approvers add column is_open boolean not null default false',
  );
  await knex.raw(
    `update stage_approvers set is_open = true where exists (
       select 1 from stages where stages.request_id = stage_approvers.request_id
         and stages.revision = stage_approvers.revision and stages.position = stage_approvers.position and stages.state = 'open')`,
  );
  await knex.raw(
    'create index stage_approvers_open_index on stage_approvers (user_ref, request_id, revision, position) where is_open',
  );
  await knex.schema.alterTable('requests', table => {
    table.index(['created_at', 'id'], 'requests_newest_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.alterTable('requests', table => {
    table.dropIndex(['created_at', 'id'], 'requests_newest_index');
  });
  await knex.raw('drop index stage_approvers_open_index');
  await knex.raw('alter table stage_approvers drop column is_open');
};
