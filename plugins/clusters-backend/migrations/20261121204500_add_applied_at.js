// When every object of a set was last sent to the cluster: in between, the view of the cluster tells whether all stands as
// that apply left it. Rows from before have none, and are applied at their next turn.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.alterTable('apply_sets', table => {
    table.text('applied_at').comment('ISO 8601, UTC');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  // In SQL, which both databases know: for SQLite knex would make the table anew, and the rows that point to it forbid it.
  await knex.raw('alter table apply_sets drop column applied_at');
};
