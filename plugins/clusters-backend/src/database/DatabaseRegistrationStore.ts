import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import type { Knex } from 'knex';
import type {
  RegistrationContent,
  RegistrationRecord,
} from '../domain/registration';
import type { RegistrationBy, RegistrationStore } from './RegistrationStore';
import type { DbClusterRow } from './tables';

/**
 * Each change is one statement that names what it found, so that of two at once one wins and the other is told. A row is
 * never deleted: registering a name again revives it, and its version goes on, so that no replica takes the new for the old.
 */
export class DatabaseRegistrationStore implements RegistrationStore {
  static create(options: { knex: Knex }): DatabaseRegistrationStore {
    return new DatabaseRegistrationStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async list() {
    const rows = await this.registered().orderBy('name');
    return rows.map(registrationOfRow);
  }

  async find(name: string) {
    const row = await this.registered().where({ name }).first();
    return row && registrationOfRow(row);
  }

  async create(content: RegistrationContent, by: RegistrationBy) {
    const { name } = content;
    const row = { ...rowOf(content, by), removed_at: null };
    const at = by.now.toISOString();
    const made = { created_by: by.actor, created_at: at };
    const revived = await this.rows()
      .where({ name })
      .whereNotNull('removed_at')
      .update({ ...row, ...made, version: this.knex.raw('version + 1') });
    if (revived === 0) {
      try {
        await this.rows().insert({ ...row, ...made, name, version: 1 });
      } catch (error) {
        if (!isDatabaseConflictError(error)) throw error;
        throw withChinese(
          new ConflictError(
            `A cluster is registered as '${name}' already: choose another name, or change that one`,
          ),
          `已有名为“${name}”的集群。请换一个名称，或修改已有的集群`,
        );
      }
    }
    return (await this.find(name))!;
  }

  async update(
    content: RegistrationContent & { version: number },
    by: RegistrationBy,
  ) {
    const { name, version } = content;
    const updated = await this.registered()
      .where({ name, version })
      .update({ ...rowOf(content, by), version: version + 1 });
    if (updated === 0) throw changedMeanwhile(name);
    return (await this.find(name))!;
  }

  async remove(
    { name, version }: { name: string; version: number },
    { actor, now }: RegistrationBy,
  ) {
    const at = now.toISOString();
    const removed = await this.registered()
      .where({ name, version })
      .update({
        removed_at: at,
        sealed_token: null,
        version: version + 1,
        updated_by: actor,
        updated_at: at,
      });
    if (removed === 0) throw changedMeanwhile(name);
  }

  async reseal(name: string, sealed: { before: string; after: string }) {
    await this.registered()
      .where({ name, sealed_token: sealed.before })
      .update({ sealed_token: sealed.after });
  }

  private rows() {
    return this.knex<DbClusterRow>('clusters');
  }

  private registered() {
    return this.rows().whereNull('removed_at');
  }
}

function changedMeanwhile(name: string): ConflictError {
  return withChinese(
    new ConflictError(
      `The cluster '${name}' was changed or removed meanwhile: look at it again, and repeat your change on what is there now`,
    ),
    `集群“${name}”已被他人修改或移除，请刷新后重新修改`,
  );
}

function rowOf(content: RegistrationContent, { actor, now }: RegistrationBy) {
  return {
    title: content.title,
    title_en: content.titleEn,
    environments: JSON.stringify(content.environments),
    region: content.region ?? null,
    url: content.url,
    ca: content.ca,
    sealed_token: content.sealedToken,
    updated_by: actor,
    updated_at: now.toISOString(),
  };
}

function registrationOfRow(row: DbClusterRow): RegistrationRecord {
  return {
    name: row.name,
    title: row.title,
    titleEn: row.title_en,
    environments: JSON.parse(row.environments),
    region: row.region ?? undefined,
    url: row.url,
    ca: row.ca,
    // A registered row has one: the table checks it.
    sealedToken: row.sealed_token!,
    version: row.version,
    updatedBy: row.updated_by,
    updatedAt: row.updated_at,
  };
}
