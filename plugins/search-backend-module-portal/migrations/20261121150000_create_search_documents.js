// What search finds. The terms of a document (Han pairs and characters, words and their stems) are made by the portal,
// not by the database: PostgreSQL keeps them in a tsvector, SQLite in an FTS5 table whose rowid is the document's number.
// The tables hold nothing of their own: dropped, the next run of the collators fills them again.

/** @param {import('knex').Knex} knex */
const isPostgres = knex => knex.client.config.client === 'pg';

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('portal_search_documents', table => {
    table.comment('One row per document of a collator');
    table.increments('number').comment('Joins the terms on SQLite');
    table
      .text('id')
      .notNullable()
      .unique({ indexName: 'portal_search_documents_id_unique' })
      .comment('SHA-256 of type, location and resource');
    table.text('type').notNullable().comment('Type of the collator');
    table.text('location').notNullable().comment('Address of the document');
    table
      .text('title_key')
      .notNullable()
      .comment('Title in the form queries are compared with');
    table.text('digest').notNullable().comment('SHA-256 of the document');
    table.text('run').notNullable().comment('Collation that last saw it');
    table.index(['type'], 'portal_search_documents_type_index');
    if (isPostgres(knex)) {
      table.jsonb('document').notNullable().comment('As collated');
      table.specificType('terms', 'tsvector').notNullable();
      table.index(['terms'], 'portal_search_documents_terms_index', 'gin');
      table.index(
        ['document'],
        'portal_search_documents_document_index',
        'gin',
      );
    } else {
      table.text('document').notNullable().comment('As collated, JSON');
    }
  });
  if (!isPostgres(knex)) {
    await knex.raw(
      "create virtual table portal_search_terms using fts5(title, text, more, tokenize = 'ascii')",
    );
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  if (!isPostgres(knex)) await knex.schema.dropTable('portal_search_terms');
  await knex.schema.dropTable('portal_search_documents');
};
