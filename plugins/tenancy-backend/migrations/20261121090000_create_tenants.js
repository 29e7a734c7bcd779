// Tenants and the people in them. They come from the tenants file (see `tenancy.tenantsFile`); a tenant that leaves
// the file is closed, never deleted, because its namespaces and its history stay.

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('tenants', table => {
    table.comment('Departments and product groups that hold resources');
    table.text('code').primary().comment('Stable; used in labels and names');
    table.text('name').notNullable().comment('Chinese name');
    table.text('name_en').notNullable().comment('English name');
    table
      .text('state')
      .notNullable()
      .checkIn(['active', 'suspended', 'closed'], 'tenants_state_check');
    table.text('group_ref').notNullable().comment('Group in the catalog');
    table.text('contacts').notNullable().comment('JSON array of user refs');
    table.text('updated_at').notNullable().comment('ISO 8601, UTC');
  });

  await knex.schema.createTable('tenant_members', table => {
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
    table.primary(['tenant', 'user_ref', 'role']);
    table.index(['user_ref'], 'tenant_members_user_ref_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('tenant_members');
  await knex.schema.dropTable('tenants');
};
