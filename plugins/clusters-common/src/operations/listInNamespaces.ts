import { operation, pageOf } from '@caas/contract';
import type { z } from 'zod';
import { workloadReadPermission } from '../permissions';
import { inNamespaces } from './inputs';

/** The list of one kind of object in the namespaces that a person may see. */
export function listInNamespaces<T extends z.ZodType>(
  path: `/${string}`,
  summary: string,
  item: T,
) {
  return operation({
    method: 'GET',
    path,
    summary,
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(inNamespaces.omit({ entity: true }))
    .output(pageOf(item));
}
