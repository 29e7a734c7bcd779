import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { peopleOf, type RequestFile } from '../../domain/request';
import type { ChangeBy } from '../RequestStore';
import { loadFile } from './loadFile';

/** Loads and locks a request for a change, and authorises the loaded row. A request one may not see is an unknown one. */
export async function loadForChange(
  tx: Knex.Transaction,
  { id, access }: ChangeBy,
): Promise<RequestFile> {
  const file = await loadFile(tx, id, { lock: true });
  if (
    !file ||
    !access.allows({ tenant: file.request.tenant, people: peopleOf(file) })
  ) {
    throw new NotFoundError(`There is no request '${id}'`);
  }
  return file;
}

/** The same, for what only the person who asked may do. */
export async function loadOwn(
  tx: Knex.Transaction,
  by: ChangeBy,
): Promise<RequestFile> {
  const file = await loadForChange(tx, by);
  if (file.request.requester !== by.person) {
    throw new NotAllowedError(
      `Only '${file.request.requester}' may do this, because they made the request '${by.id}'`,
    );
  }
  return file;
}
