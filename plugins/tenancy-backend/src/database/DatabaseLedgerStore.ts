import type { Knex } from 'knex';
import type { QuotaChange, Resize } from '../domain/changes';
import type { NamespaceRecord, NewNamespace } from '../domain/namespace';
import type { QuotaKey, Reservation } from '../domain/quota';
import type { LedgerStore } from './LedgerStore';
import { allocateNamespaces } from './operations/allocateNamespaces';
import { cancelCreation } from './operations/cancelCreation';
import { cancelResize } from './operations/cancelResize';
import { cancelQuotaChange, changeQuota } from './operations/changeQuota';
import { readQuotas } from './operations/readQuotas';
import { resizeNamespace } from './operations/resizeNamespace';
import {
  reservationRow,
  settleReservations,
} from './operations/settleReservations';
import { Rounds } from './Rounds';
import { resourcesOf, type DbReservationRow } from './tables';

type Allocation = { asked: NewNamespace; now: Date };

export class DatabaseLedgerStore implements LedgerStore {
  static create(options: { knex: Knex }): DatabaseLedgerStore {
    return new DatabaseLedgerStore(options.knex);
  }

  /** Those who allocate from one quota at once share its lock and one transaction. */
  private readonly rounds: Rounds<Allocation, NamespaceRecord>;

  private constructor(private readonly knex: Knex) {
    this.rounds = new Rounds<Allocation, NamespaceRecord>(allocations => {
      const asked = allocations.map(each => each.asked);
      const { now } = allocations[allocations.length - 1];
      return allocateNamespaces(
        knex,
        keyOf(asked[0]),
        asked,
        now.toISOString(),
      );
    });
  }

  async find({ tenant, cluster, environment }: QuotaKey) {
    const [quota] = await readQuotas(this.knex, {
      tenant,
      cluster,
      environment,
    });
    return quota;
  }

  list(tenant?: string) {
    return readQuotas(this.knex, tenant === undefined ? {} : { tenant });
  }

  listOfTenants(tenants: string[]) {
    return readQuotas(this.knex, { tenants });
  }

  listOnCluster(cluster: string) {
    return readQuotas(this.knex, { cluster });
  }

  async reserve(reservation: Reservation, now: Date): Promise<void> {
    await this.knex<DbReservationRow>('reservations')
      .insert({
        ...reservationRow(reservation),
        state: 'held',
        updated_at: now.toISOString(),
      })
      .onConflict('request_id')
      .merge()
      .where('reservations.state', 'held');
  }

  settle(reservation: Reservation, now: Date): Promise<void> {
    return settleReservations(this.knex, [reservation], now.toISOString());
  }

  async listReservations({ tenant, cluster, environment }: QuotaKey) {
    const rows = await this.held().where({ tenant, cluster, environment });
    return rows.map(reservationOf);
  }

  async listReservationsNamed(cluster: string, name: string) {
    const rows = await this.held().where({ cluster, name });
    return rows.map(reservationOf);
  }

  allocate(asked: NewNamespace, now: Date) {
    const { tenant, cluster, environment } = asked;
    const quota = JSON.stringify([tenant, cluster, environment]);
    return this.rounds.ask(quota, { asked, now });
  }

  cancelCreation(key: QuotaKey, requestId: string, now: Date) {
    return cancelCreation(this.knex, keyOf(key), requestId, now.toISOString());
  }

  resize(key: QuotaKey, resize: Resize, now: Date) {
    return resizeNamespace(this.knex, keyOf(key), resize, now.toISOString());
  }

  cancelResize(key: QuotaKey, requestId: string, now: Date) {
    return cancelResize(this.knex, keyOf(key), requestId, now.toISOString());
  }

  changeQuota(key: QuotaKey, change: QuotaChange, now: Date) {
    return changeQuota(this.knex, keyOf(key), change, now.toISOString());
  }

  cancelQuotaChange(key: QuotaKey, requestId: string, now: Date) {
    return cancelQuotaChange(
      this.knex,
      keyOf(key),
      requestId,
      now.toISOString(),
    );
  }

  private held() {
    return this.knex<DbReservationRow>('reservations')
      .where('state', 'held')
      .orderBy('request_id');
  }
}

/** The key alone: callers may hold more than that, and it becomes columns. */
function keyOf({ tenant, cluster, environment }: QuotaKey): QuotaKey {
  return { tenant, cluster, environment };
}

function reservationOf(row: DbReservationRow): Reservation {
  return {
    requestId: row.request_id,
    tenant: row.tenant,
    cluster: row.cluster,
    environment: row.environment,
    name: row.name,
    resources: resourcesOf(row),
  };
}
