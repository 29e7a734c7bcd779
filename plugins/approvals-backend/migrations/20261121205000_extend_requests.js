// What goes on while a request waits: reminders, escalation, expiry, delegates, comments, cancelling and trying again.
// One task of the new type `watch` stands for each request that is pending or returned; it looks again and again until the
// request has gone on. Columns are added and constraints widened only: a portal of the version before runs on these tables.

const TYPES_BEFORE = ['reserve', 'release', 'execute', 'notify'];
const TYPES = [...TYPES_BEFORE, 'watch'];

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('delegations', table => {
    table.comment('Who decides for whom, and when');
    table.text('id').primary();
    table.text('delegator').notNullable().comment('Entity ref');
    table.text('delegate').notNullable().comment('Entity ref');
    table.text('starts_at').notNullable().comment('ISO 8601, UTC');
    table.text('ends_at').notNullable();
    table.text('reason').notNullable();
    table.text('created_at').notNullable();
    table.text('revoked_at');
    table.text('revoked_by').comment('Entity ref');
    table.index(['delegator', 'ends_at'], 'delegations_delegator_index');
    table.index(['delegate', 'ends_at'], 'delegations_delegate_index');
  });
  await knex.schema.alterTable('requests', table => {
    table.text('expires_at').comment('Of a pending or returned request');
    table.index(['kind', 'updated_at'], 'requests_kind_index');
  });
  await knex.schema.alterTable('request_revisions', table => {
    table.integer('expire_days').comment('Of the policy; null is the default');
  });
  await knex.schema.alterTable('stages', table => {
    table.text('escalate_to').comment('JSON: who else may decide when overdue');
    table.text('reminded_at').comment('The last time that approvers were');
    table.text('escalated_at');
    table.text('blocked_at').comment('Since when too few people may decide');
  });
  await knex.schema.alterTable('decisions', table => {
    table.text('on_behalf_of').comment('Whose delegate decided');
    table
      .boolean('escalated')
      .notNullable()
      .defaultTo(false)
      .comment('By somebody who may decide only because it was overdue');
    // Several nulls are no conflict on either database.
    table.unique(['request_id', 'revision', 'on_behalf_of'], {
      indexName: 'decisions_one_per_delegator_unique',
    });
    table.index(['decided_at'], 'decisions_decided_at_index');
  });
  await knex.schema.alterTable('timeline_entries', table => {
    table.text('on_behalf_of');
  });
  await knex.schema.alterTable('executions', table => {
    table.integer('retries').notNullable().defaultTo(0);
    table.text('retry_at').comment('When the desk tries again by itself');
  });
  await allowTypes(knex, TYPES);

  // The inbox starts from the requests that wait, however many have been decided.
  await knex.raw(
    "create index requests_pending_index on requests (created_at, id) where state = 'pending'",
  );
  await knex.raw(
    "create index stages_open_index on stages (request_id, revision, position) where state = 'open'",
  );

  const waiting = await knex('requests')
    .whereIn('state', ['pending', 'returned'])
    .select('id', 'revision');
  const now = new Date().toISOString();
  for (const { id, revision } of waiting) {
    await knex('tasks').insert({
      id: `${id}/${revision}/watch`,
      request_id: id,
      revision,
      type: 'watch',
      data: '{}',
      next_run_at: now,
      attempts: 0,
    });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.raw('drop index stages_open_index');
  await knex.raw('drop index requests_pending_index');
  await knex('tasks').where({ type: 'watch' }).delete();
  await allowTypes(knex, TYPES_BEFORE);
  await knex.schema.alterTable('decisions', table => {
    table.dropIndex(['decided_at'], 'decisions_decided_at_index');
    table.dropUnique(
      ['request_id', 'revision', 'on_behalf_of'],
      'decisions_one_per_delegator_unique',
    );
  });
  await knex.schema.alterTable('requests', table => {
    table.dropIndex(['kind', 'updated_at'], 'requests_kind_index');
  });
  // In words: knex would copy the tables on SQLite, which other tables refer to.
  for (const [table, columns] of Object.entries({
    executions: ['retries', 'retry_at'],
    timeline_entries: ['on_behalf_of'],
    decisions: ['on_behalf_of', 'escalated'],
    stages: ['escalate_to', 'reminded_at', 'escalated_at', 'blocked_at'],
    request_revisions: ['expire_days'],
    requests: ['expires_at'],
  })) {
    for (const column of columns) {
      await knex.raw('alter table ?? drop column ??', [table, column]);
    }
  }
  await knex.schema.dropTable('delegations');
};

/**
 * Which types a task may have. PostgreSQL replaces the constraint; SQLite cannot, and copies the table, to which nothing
 * refers.
 *
 * @param {import('knex').Knex} knex
 * @param {string[]} types
 */
async function allowTypes(knex, types) {
  if (String(knex.client.config.client).startsWith('pg')) {
    await knex.schema.alterTable('tasks', table => {
      table.dropChecks(['tasks_type_check']);
    });
    await knex.raw(
      `alter table tasks add constraint tasks_type_check check (type in (${types.map(type => `'${type}'`).join(', ')}))`,
    );
    return;
  }
  await knex.schema.createTable('tasks_copy', table => {
    table.comment('Work that is left to do; a row is removed when it is done');
    table.text('id').primary().comment('Says what it is, so it is there once');
    table.text('request_id').notNullable().references('requests.id');
    table.integer('revision').notNullable();
    table.text('type').notNullable().checkIn(types, 'tasks_type_check');
    table.text('data').notNullable().comment('JSON');
    table.text('next_run_at').notNullable().comment('Due time, and lease');
    table.text('ticket').comment('Of the worker that holds the lease');
    table.integer('attempts').notNullable();
    table.text('last_error');
  });
  const columns =
    'id, request_id, revision, type, data, next_run_at, ticket, attempts, last_error';
  await knex.raw(
    `insert into tasks_copy (${columns}) select ${columns} from tasks`,
  );
  await knex.schema.dropTable('tasks');
  await knex.schema.renameTable('tasks_copy', 'tasks');
  await knex.schema.alterTable('tasks', table => {
    table.index(['next_run_at'], 'tasks_next_run_at_index');
    table.index(['request_id'], 'tasks_request_index');
  });
}
