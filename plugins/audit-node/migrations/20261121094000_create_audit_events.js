// One row for each attempt to do something. It is inserted before the attempt, as `started`, and gets its end once;
// a row that stays `started` is an attempt that the portal did not live to finish. Times are ISO 8601 in UTC with
// milliseconds, so that they sort as text.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('audit_events', table => {
    table.comment('Who did what: one row for each attempt');
    table.text('id').primary();
    table.text('plugin_id').notNullable();
    table.text('event_id').notNullable().comment('See docs/audit-events.md');
    table
      .text('severity')
      .notNullable()
      .checkIn(
        ['low', 'medium', 'high', 'critical'],
        'audit_events_severity_check',
      );
    table
      .text('outcome')
      .notNullable()
      .checkIn(
        ['started', 'succeeded', 'failed'],
        'audit_events_outcome_check',
      );
    table.text('actor').comment('Entity ref of the person, or plugin:<id>');
    table.text('ip');
    table.text('user_agent');
    table.text('request').comment('Method and path, without the query');
    table.text('facts').notNullable().comment('JSON object, secrets masked');
    table.text('error').comment('Why it failed, secrets masked');
    table.text('started_at').notNullable();
    table.text('finished_at');
    table.index(['started_at', 'id'], 'audit_events_started_at_index');
    table.index(['actor', 'started_at'], 'audit_events_actor_index');
    table.index(
      ['plugin_id', 'event_id', 'started_at'],
      'audit_events_event_index',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('audit_events');
};
