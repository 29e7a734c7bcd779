// Tenants are made and managed in the portal too. What the tenants file says stays the file's: `origin` tells the two
// apart, in tenants, in their members and in their quotas, so that the next reading of the file keeps what the portal made.
// Everything that is there when this runs came from the file.
//
// Columns with a CHECK are added as SQL: knex rebuilds a table of SQLite for that, which loses the checks it has.

const ORIGIN = "text not null default 'file'";

const addOrigin = (knex, table) =>
  knex.raw(
    `alter table ${table} add column origin ${ORIGIN} constraint ${table}_origin_check check (origin in ('file', 'portal'))`,
  );

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await addOrigin(knex, 'tenants');
  await addOrigin(knex, 'quotas');
  await knex.schema.alterTable('tenants', table => {
    table
      .text('file_says')
      .notNullable()
      .defaultTo('["name","nameEn","group","contacts","state"]')
      .comment('JSON array: the facts that the portal may not change');
    table
      .boolean('owns_group')
      .notNullable()
      .defaultTo(false)
      .comment('Whether the portal makes its group in the catalog');
    table.text('state_reason').comment('Why it has its state, if told');
    table.bigInteger('budget').comment('Money a month');
    table.text('harbor_project').comment('Its private project in Harbor');
    table
      .integer('version')
      .notNullable()
      .defaultTo(1)
      .comment('Grows with each change; edits name the one they are made from');
  });

  const members = await knex('tenant_members').select();
  await knex.schema.dropTable('tenant_members');
  await createMembers(knex, true);
  await insertMembers(
    knex,
    members.map(row => ({ ...row, origin: 'file' })),
  );

  await knex.schema.createTable('custom_roles', table => {
    table.comment('Roles that tenants make: sets of permissions');
    table.text('tenant').notNullable().references('tenants.code');
    table.text('code').notNullable();
    table.text('name').notNullable();
    table.text('name_en').notNullable();
    table.text('permissions').notNullable().comment('JSON array of names');
    table.integer('version').notNullable().defaultTo(1);
    table.text('updated_at').notNullable().comment('ISO 8601, UTC');
    table.primary(['tenant', 'code']);
  });
  await knex.schema.createTable('member_custom_roles', table => {
    table.comment('Who has which custom role, and who gave it');
    table.text('tenant').notNullable();
    table.text('user_ref').notNullable();
    table.text('role').notNullable();
    table.text('given_by').notNullable();
    table.text('given_at').notNullable().comment('ISO 8601, UTC');
    table.primary(['tenant', 'user_ref', 'role']);
    table
      .foreign(['tenant', 'role'], 'member_custom_roles_role_foreign')
      .references(['tenant', 'code'])
      .inTable('custom_roles');
    table.index(['tenant', 'role'], 'member_custom_roles_role_index');
    table.index(['user_ref'], 'member_custom_roles_user_ref_index');
  });

  await knex.schema.createTable('departments', table => {
    table.comment('Nodes of the organisation trees of tenants');
    table.text('tenant').notNullable().references('tenants.code');
    table.text('code').notNullable();
    table.text('name').notNullable();
    table.text('name_en').notNullable();
    table.text('parent').comment('Null: right below the tenant');
    table.integer('version').notNullable().defaultTo(1);
    table.text('updated_at').notNullable().comment('ISO 8601, UTC');
    table.primary(['tenant', 'code']);
    table
      .foreign(['tenant', 'parent'], 'departments_parent_foreign')
      .references(['tenant', 'code'])
      .inTable('departments');
    table.index(['tenant', 'parent'], 'departments_parent_index');
    // Longer circles are kept out under the lock of the tenant's row.
    table.check('parent <> code', {}, 'departments_parent_check');
  });
  await knex.schema.createTable('member_departments', table => {
    table.comment('The department of a member; at most one in each tenant');
    table.text('tenant').notNullable();
    table.text('user_ref').notNullable();
    table.text('department').notNullable();
    table.primary(['tenant', 'user_ref']);
    table
      .foreign(
        ['tenant', 'department'],
        'member_departments_department_foreign',
      )
      .references(['tenant', 'code'])
      .inTable('departments');
    table.index(
      ['tenant', 'department'],
      'member_departments_department_index',
    );
  });
};

/** What the portal made is gone after this; tenants, members of the file and quotas stay. */
exports.down = async knex => {
  await knex.schema.dropTable('member_departments');
  await knex.schema.dropTable('departments');
  await knex.schema.dropTable('member_custom_roles');
  await knex.schema.dropTable('custom_roles');
  const members = await knex('tenant_members')
    .distinct('tenant', 'user_ref', 'role')
    .where('origin', 'file');
  await knex.schema.dropTable('tenant_members');
  await createMembers(knex, false);
  await insertMembers(knex, members);
  for (const [table, column] of [
    ['quotas', 'origin'],
    ['tenants', 'version'],
    ['tenants', 'harbor_project'],
    ['tenants', 'budget'],
    ['tenants', 'state_reason'],
    ['tenants', 'owns_group'],
    ['tenants', 'file_says'],
    ['tenants', 'origin'],
  ]) {
    // A check goes with its column.
    await knex.raw(`alter table ${table} drop column ${column}`);
  }
};

function createMembers(knex, withOrigin) {
  return knex.schema.createTable('tenant_members', table => {
    table.comment('Who has which role in a tenant; a person may have several');
    table.text('tenant').notNullable().references('tenants.code');
    table.text('user_ref').notNullable();
    table
      .text('role')
      .notNullable()
      .checkIn(
        ['tenant-admin', 'developer', 'operator', 'viewer'],
        'tenant_members_role_check',
      );
    table.index(['user_ref'], 'tenant_members_user_ref_index');
    if (!withOrigin) {
      table.primary(['tenant', 'user_ref', 'role']);
      return;
    }
    table
      .text('origin')
      .notNullable()
      .checkIn(['file', 'portal'], 'tenant_members_origin_check')
      .comment('Who says so; both may');
    table.text('given_by').comment('Who gave it in the portal');
    table.text('given_at').comment('ISO 8601, UTC');
    table.primary(['tenant', 'user_ref', 'role', 'origin']);
  });
}

async function insertMembers(knex, rows) {
  // Not more than a database takes in one statement.
  for (let start = 0; start < rows.length; start += 100) {
    await knex('tenant_members').insert(rows.slice(start, start + 100));
  }
}
