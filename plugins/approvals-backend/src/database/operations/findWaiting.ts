import type { Knex } from 'knex';
import { activeDelegations } from './findStandIns';

/** As part of the text: the index of open rows answers nothing else, also when the statement is prepared. */
const IS_OPEN = 'stage_approvers.is_open';

/** Delegates stand in for approvers of the open stage who have not decided, and for nobody else. */
export function openSeatsOfOthers(knex: Knex, people: string[], now: Date) {
  return activeDelegations(knex, now)
    .whereIn('delegations.delegate', people)
    .join(
      'stage_approvers',
      'stage_approvers.user_ref',
      'delegations.delegator',
    )
    .whereRaw(IS_OPEN);
}

/**
 * The requests that wait for a person, as `id` and `created_at`: for their own voice, and for that of those for whom they
 * stand in. An open row of `stage_approvers` says all that there is to know of the first, so that an inbox is read from one
 * index, however much the person has decided before. Of the others the person can have asked for a request, or have decided
 * it for themselves or for somebody else; they are few.
 */
export function findWaiting(knex: Knex, person: string, now: Date) {
  const found = [
    'stage_approvers.request_id as id',
    'stage_approvers.requested_at as created_at',
  ];
  return knex('stage_approvers')
    .whereRaw(IS_OPEN)
    .where('stage_approvers.user_ref', person)
    .select(found)
    .union([
      openSeatsOfOthers(knex, [person], now)
        .whereNotExists(
          knex('requests')
            .select(knex.raw('1'))
            .whereRaw('requests.id = stage_approvers.request_id')
            .where('requests.requester', person),
        )
        .whereNotExists(
          knex('decisions')
            .select(knex.raw('1'))
            .whereRaw('decisions.request_id = stage_approvers.request_id')
            .whereRaw('decisions.revision = stage_approvers.revision')
            .where(voice =>
              voice
                .where('decisions.decided_by', person)
                .orWhere('decisions.on_behalf_of', person),
            ),
        )
        .select(found),
    ]);
}
