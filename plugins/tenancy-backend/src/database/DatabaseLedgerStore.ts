import type { Knex } from 'knex';
import type { NewNamespace } from '../domain/namespace';
import type { QuotaKey, Reservation } from '../domain/quota';
import type { LedgerStore } from './LedgerStore';
import { allocateNamespace } from './operations/allocateNamespace';
import { readQuotas } from './operations/readQuotas';
import {
  reservationRow,
  settleReservation,
} from './operations/settleReservation';
import { resourcesOf, type DbReservationRow } from './tables';

export class DatabaseLedgerStore implements LedgerStore {
  static create(options: { knex: Knex }): DatabaseLedgerStore {
    return new DatabaseLedgerStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

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
    return settleReservation(this.knex, {
      ...reservation,
      now: now.toISOString(),
    });
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
    return allocateNamespace(this.knex, asked, now);
  }

  private held() {
    return this.knex<DbReservationRow>('reservations')
      .where('state', 'held')
      .orderBy('request_id');
  }
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
