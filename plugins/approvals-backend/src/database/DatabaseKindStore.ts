import { ConflictError } from '@backstage/errors';
import type { RequestKind } from '@caas/plugin-approvals-common';
import type { Knex } from 'knex';
import type { KindStore } from './KindStore';
import type { DbKindRow } from './tables';

export class DatabaseKindStore implements KindStore {
  static create(options: { knex: Knex }): DatabaseKindStore {
    return new DatabaseKindStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async find(kind: string) {
    const row = await this.rows().where({ kind }).first();
    return row && kindOfRow(row);
  }

  async list() {
    return (await this.rows().orderBy('kind')).map(kindOfRow);
  }

  async announce(
    pluginId: string,
    kinds: Omit<RequestKind, 'pluginId'>[],
    now: Date,
  ) {
    await this.knex.transaction(async tx => {
      for (const { kind, title, description } of kinds) {
        await tx<DbKindRow>('request_kinds')
          .insert({
            kind,
            plugin_id: pluginId,
            title: JSON.stringify(title),
            description: JSON.stringify(description),
            announced_at: now.toISOString(),
          })
          .onConflict('kind')
          .merge(['title', 'description', 'announced_at'])
          .where('request_kinds.plugin_id', pluginId);
        const owner = await tx<DbKindRow>('request_kinds')
          .where({ kind })
          .first('plugin_id');
        if (owner?.plugin_id !== pluginId) {
          throw new ConflictError(
            `The request kind '${kind}' belongs to the plugin '${owner?.plugin_id}'`,
          );
        }
      }
      await tx<DbKindRow>('request_kinds')
        .where({ plugin_id: pluginId })
        .whereNotIn(
          'kind',
          kinds.map(({ kind }) => kind),
        )
        .delete();
    });
  }

  private rows() {
    return this.knex<DbKindRow>('request_kinds');
  }
}

function kindOfRow(row: DbKindRow): RequestKind {
  return {
    kind: row.kind,
    pluginId: row.plugin_id,
    title: JSON.parse(row.title),
    description: JSON.parse(row.description),
  };
}
