// Requests, their revisions, stages and decisions, and the work that is left to do for them. A request's payload is frozen
// per revision: a revision is inserted and never updated. `tasks` is the outbox: a row is written in the transaction that
// makes the work necessary, and removed by the worker that has done it.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('request_kinds', table => {
    table.comment('What can be asked for, as the domains announced it');
    table.text('kind').primary();
    table
      .text('plugin_id')
      .notNullable()
      .comment('The domain that executes it');
    table.text('title').notNullable().comment('JSON, both languages');
    table.text('description').notNullable().comment('JSON, both languages');
    table.text('announced_at').notNullable().comment('ISO 8601, UTC');
  });

  await knex.schema.createTable('requests', table => {
    table.comment('What people asked for');
    table.text('id').primary();
    table.text('kind').notNullable();
    table
      .text('plugin_id')
      .notNullable()
      .comment('The domain that executes it');
    table.text('tenant').notNullable();
    table.text('environment');
    table.text('title').notNullable().comment('JSON, both languages');
    table.text('requester').notNullable().comment('Entity ref');
    table
      .text('state')
      .notNullable()
      .checkIn(
        [
          'draft',
          'pending',
          'returned',
          'approved',
          'executing',
          'failed',
          'completed',
          'rejected',
          'withdrawn',
          'expired',
        ],
        'requests_state_check',
      );
    table.integer('version').notNullable().comment('Grows with each change');
    table.integer('revision').notNullable().comment('The one in force');
    table.text('idempotency_key');
    table.text('created_at').notNullable();
    table.text('updated_at').notNullable();
    table.unique(['requester', 'idempotency_key'], {
      indexName: 'requests_idempotency_unique',
    });
    table.index(['tenant', 'created_at'], 'requests_tenant_index');
    table.index(['requester', 'created_at'], 'requests_requester_index');
    table.index(['state', 'created_at'], 'requests_state_index');
  });

  await knex.schema.createTable('request_revisions', table => {
    table.comment('What exactly was asked for; never updated');
    table.text('request_id').notNullable().references('requests.id');
    table.integer('revision').notNullable();
    table.text('payload').notNullable().comment('Canonical JSON (RFC 8785)');
    table.text('payload_hash').notNullable().comment('SHA-256, hex');
    table.text('purpose').notNullable();
    table.text('evidence').notNullable().comment('JSON, as it stood then');
    table.text('policy_rule').notNullable();
    table.text('policy_version').notNullable();
    table.text('submitted_at').notNullable();
    table.primary(['request_id', 'revision']);
  });

  await knex.schema.createTable('stages', table => {
    table.comment('The steps of a decision');
    table.text('request_id').notNullable();
    table.integer('revision').notNullable();
    table.integer('position').notNullable();
    table.text('title').notNullable().comment('JSON, both languages');
    table.text('rule').notNullable().comment('JSON: any, all or quorum');
    table.text('selectors').notNullable().comment('JSON: who may decide');
    table
      .text('state')
      .notNullable()
      .checkIn(
        ['waiting', 'open', 'passed', 'rejected', 'returned', 'skipped'],
        'stages_state_check',
      );
    table.integer('due_hours');
    table.text('due_at');
    table.primary(['request_id', 'revision', 'position']);
    table
      .foreign(['request_id', 'revision'])
      .references(['request_id', 'revision'])
      .inTable('request_revisions');
  });

  await knex.schema.createTable('stage_approvers', table => {
    table.comment('Who may decide a stage, as last looked up: for the inbox');
    table.text('request_id').notNullable();
    table.integer('revision').notNullable();
    table.integer('position').notNullable();
    table.text('user_ref').notNullable();
    table.primary(['request_id', 'revision', 'position', 'user_ref']);
    table.index(['user_ref'], 'stage_approvers_user_index');
    table
      .foreign(['request_id', 'revision', 'position'])
      .references(['request_id', 'revision', 'position'])
      .inTable('stages');
  });

  await knex.schema.createTable('decisions', table => {
    table.comment('What approvers decided; one person decides one stage');
    table.text('id').primary();
    table.text('request_id').notNullable();
    table.integer('revision').notNullable();
    table.integer('position').notNullable();
    table.text('decided_by').notNullable();
    table
      .text('verdict')
      .notNullable()
      .checkIn(['approve', 'reject', 'return'], 'decisions_verdict_check');
    table.text('comment').notNullable();
    table.text('payload_hash').notNullable();
    table.text('decided_at').notNullable();
    table.unique(['request_id', 'revision', 'decided_by'], {
      indexName: 'decisions_one_per_person_unique',
    });
    table
      .foreign(['request_id', 'revision', 'position'])
      .references(['request_id', 'revision', 'position'])
      .inTable('stages');
  });

  await knex.schema.createTable('timeline_entries', table => {
    table.comment('What happened to a request');
    table.text('id').primary();
    table.text('request_id').notNullable().references('requests.id');
    table.integer('position').notNullable().comment('Order within a request');
    table.text('at').notNullable();
    table.text('actor');
    table.text('event').notNullable();
    table.text('comment');
    table.index(['request_id', 'position'], 'timeline_entries_request_index');
  });

  await knex.schema.createTable('executions', table => {
    table.comment('How far the domain is with an approved request');
    table.text('request_id').primary().references('requests.id');
    table
      .text('state')
      .notNullable()
      .checkIn(['working', 'done', 'failed'], 'executions_state_check');
    table.text('steps').notNullable().comment('JSON');
    table.text('message');
    table.text('updated_at').notNullable();
  });

  await knex.schema.createTable('tasks', table => {
    table.comment('Work that is left to do; a row is removed when it is done');
    table.text('id').primary().comment('Says what it is, so it is there once');
    table.text('request_id').notNullable().references('requests.id');
    table.integer('revision').notNullable();
    table
      .text('type')
      .notNullable()
      .checkIn(['reserve', 'release', 'execute', 'notify'], 'tasks_type_check');
    table.text('data').notNullable().comment('JSON');
    table.text('next_run_at').notNullable().comment('Due time, and lease');
    table.text('ticket').comment('Of the worker that holds the lease');
    table.integer('attempts').notNullable();
    table.text('last_error');
    table.index(['next_run_at'], 'tasks_next_run_at_index');
    table.index(['request_id'], 'tasks_request_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  for (const table of [
    'tasks',
    'executions',
    'timeline_entries',
    'decisions',
    'stage_approvers',
    'stages',
    'request_revisions',
    'requests',
    'request_kinds',
  ]) {
    await knex.schema.dropTable(table);
  }
};
