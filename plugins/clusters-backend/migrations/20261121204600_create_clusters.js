// Clusters that people register in the portal, beside those of its configuration. A cluster that is removed keeps its row,
// so that its name says what it was, and its apply sets stay with it; its token is forgotten. `version` grows with each
// change, and a change names the one that it was made on: of two at once, one is told to look again. Replicas follow the
// table by `version`.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('clusters', table => {
    // No apostrophes in comments of tables: knex does not escape them on PostgreSQL.
    table.comment('Clusters that people registered in the portal');
    table
      .text('name')
      .primary()
      .comment('Stored with everything that is put there; never changes');
    table.text('title').notNullable().comment('Chinese');
    table.text('title_en').notNullable().comment('English');
    table.text('environments').notNullable().comment('JSON array of words');
    table.text('region').comment('Where it stands');
    table.text('url').notNullable().comment('Of the API server, https');
    table
      .text('ca')
      .notNullable()
      .comment('Certificate authority in PEM; empty trusts the system');
    table
      .text('sealed_token')
      .comment('Sealed with AES-256-GCM, bound to this row and column');
    table
      .integer('version')
      .notNullable()
      .comment('Grows with each change, for compare-and-set');
    table.text('created_by').notNullable().comment('Entity ref of a person');
    table.text('created_at').notNullable().comment('ISO 8601, UTC');
    table.text('updated_by').notNullable().comment('Entity ref of a person');
    table.text('updated_at').notNullable().comment('ISO 8601, UTC');
    table
      .text('removed_at')
      .comment('ISO 8601, UTC; null while it is registered');
    table.check('version >= 1', [], 'clusters_version_check');
    table.check("url like 'https://%'", [], 'clusters_url_check');
    table.check(
      '(removed_at is null) = (sealed_token is not null)',
      [],
      'clusters_token_check',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('clusters');
};
