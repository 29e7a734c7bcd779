import type { Knex } from 'knex';
import type { Reservation } from '../../domain/quota';
import { amountsOf, type DbReservationRow } from '../tables';

/**
 * Ends reservations: their requests were allocated, or ended without it.
 *
 * The row stays as a tombstone, made if need be, so that `reserve` and this one may arrive in any order and any
 * number of times: once settled, always settled. Each is one statement, so they need no lock.
 */
export async function settleReservations(
  knex: Knex,
  reservations: Reservation[],
  now: string,
): Promise<void> {
  await knex<DbReservationRow>('reservations')
    .insert(
      reservations.map(reservation => ({
        ...reservationRow(reservation),
        state: 'settled' as const,
        updated_at: now,
      })),
    )
    .onConflict('request_id')
    .merge(['state', 'updated_at']);
}

export function reservationRow(reservation: Reservation) {
  const { requestId, tenant, cluster, environment, name, resources } =
    reservation;
  return {
    request_id: requestId,
    tenant,
    cluster,
    environment,
    name,
    ...amountsOf(resources),
  };
}
