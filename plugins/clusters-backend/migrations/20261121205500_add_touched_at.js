// Somebody touched an object of a set while a worker held it: what the worker saw may be from before, so the set is looked
// at again as soon as it settles.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.alterTable('apply_sets', table => {
    table.text('touched_at').comment('ISO 8601, UTC; since it was claimed');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  // In SQL, which both databases know: for SQLite knex would make the table anew, and the rows that point to it forbid it.
  await knex.raw('alter table apply_sets drop column touched_at');
};
