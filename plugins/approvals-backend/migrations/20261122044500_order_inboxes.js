// An inbox is read in its order, from its index alone: an open row of an approver says when its request was made, and stands
// for a voice that they have not used yet. Lists of a tenant and of a requester are read in their order, too. Columns are
// added only: a portal of the version before runs on these tables, and what it opens comes last in an inbox.

const INDEXES = {
  requests_tenant_index: {
    before: ['tenant', 'created_at'],
    after: ['tenant', 'created_at', 'id'],
  },
  // With the tenant, for those who list what they asked for in tenants of which they are no member.
  requests_requester_index: {
    before: ['requester', 'created_at'],
    after: ['requester', 'created_at', 'id', 'tenant'],
  },
};

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  // In words: knex would copy the table on SQLite.
  await knex.raw(
    "alter table stage_approvers add column requested_at text not null default ''",
  );
  await knex.raw(
    'update stage_approvers set requested_at = (select created_at from requests where requests.id = stage_approvers.request_id)',
  );
  await knex.raw(
    `update stage_approvers set is_open = false where is_open and exists (
       select 1 from decisions where decisions.request_id = stage_approvers.request_id and decisions.revision = stage_approvers.revision
         and (decisions.decided_by = stage_approvers.user_ref or decisions.on_behalf_of = stage_approvers.user_ref))`,
  );
  await knex.raw('drop index stage_approvers_open_index');
  await knex.raw(
    'create index stage_approvers_open_index on stage_approvers (user_ref, requested_at, request_id, revision) where is_open',
  );
  for (const [index, { after }] of Object.entries(INDEXES)) {
    await knex.raw('drop index ??', [index]);
    await knex.raw('create index ?? on requests (??)', [index, after]);
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  for (const [index, { before }] of Object.entries(INDEXES)) {
    await knex.raw('drop index ??', [index]);
    await knex.raw('create index ?? on requests (??)', [index, before]);
  }
  await knex.raw('drop index stage_approvers_open_index');
  await knex.raw(
    `update stage_approvers set is_open = true where exists (
       select 1 from stages where stages.request_id = stage_approvers.request_id
         and stages.revision = stage_approvers.revision and stages.position = stage_approvers.position and stages.state = 'open')`,
  );
  await knex.raw(
    'create index stage_approvers_open_index on stage_approvers (user_ref, request_id, revision, position) where is_open',
  );
  await knex.raw('alter table stage_approvers drop column requested_at');
};
