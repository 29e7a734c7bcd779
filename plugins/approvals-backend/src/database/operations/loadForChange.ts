import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import type { Knex } from 'knex';
import { scopeOf, type RequestFile } from '../../domain/request';
import type { ChangeBy } from '../ChangeBy';
import { loadLockedFile } from './loadFile';

/**
 * Loads and locks a request for a change, and authorises the loaded row. A request that one may not even see is an unknown
 * one.
 */
export async function loadForChange(
  tx: Knex.Transaction,
  { id, access, readable, now }: ChangeBy,
): Promise<{ file: RequestFile; isAllowed: boolean }> {
  const file = await loadLockedFile(tx, id, { now });
  const isAllowed = Boolean(file && access.allows(scopeOf(file)));
  if (!file || !(isAllowed || readable.allows(scopeOf(file)))) {
    throw withChinese(
      new NotFoundError(`There is no request '${id}'`),
      `没有申请“${id}”`,
    );
  }
  return { file, isAllowed };
}

/** The same, for what needs the permission and nothing else. */
export async function loadAllowed(
  tx: Knex.Transaction,
  by: ChangeBy,
): Promise<RequestFile> {
  const { file, isAllowed } = await loadForChange(tx, by);
  if (isAllowed) return file;
  throw withChinese(
    new NotAllowedError(
      `You may not do this with the request '${by.id}'. Ask an administrator of the tenant '${file.request.tenant}', or a platform administrator`,
    ),
    `您没有权限对该申请执行此操作。请联系租户“${file.request.tenant}”的租户管理员或平台管理员`,
  );
}

/** The same, for what only the person who asked may do. */
export async function loadOwn(
  tx: Knex.Transaction,
  by: ChangeBy,
): Promise<RequestFile> {
  const { file, isAllowed } = await loadForChange(tx, by);
  if (isAllowed && file.request.requester === by.person) return file;
  throw withChinese(
    new NotAllowedError(
      `Only '${file.request.requester}' may do this, because they made the request '${by.id}'`,
    ),
    '只有申请人本人可以执行此操作',
  );
}
