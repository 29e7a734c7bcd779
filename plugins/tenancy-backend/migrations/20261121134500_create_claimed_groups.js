// The groups that people's last sign-in claimed. A person's rows are replaced as a whole, under the lock of the row in
// `group_claims`, so that two sign-ins at once leave the groups of one of them and never a mixture.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('group_claims', table => {
    table.comment('When the groups of a person were claimed last');
    table.text('user_ref').primary();
    table.text('seen_at').notNullable().comment('ISO 8601, UTC');
    table.index(['seen_at'], 'group_claims_seen_at_index');
  });

  await knex.schema.createTable('claimed_groups', table => {
    table.comment('Which of the groups that give roles were claimed');
    table.text('user_ref').notNullable().references('group_claims.user_ref');
    table.text('group_name').notNullable().comment('As the sign-in writes it');
    table.primary(['user_ref', 'group_name']);
    table.index(['group_name'], 'claimed_groups_group_name_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('claimed_groups');
  await knex.schema.dropTable('group_claims');
};
