import { operation, pageOf } from '@caas/contract';
import { workloadReadPermission } from '../permissions';
import { persistentVolumeClaim } from '../schemas';
import { inNamespaces } from './inputs';

/** Storage that outlives pods. */
export const persistentVolumeClaims = {
  list: operation({
    method: 'GET',
    path: '/persistent-volume-claims',
    summary: 'List PersistentVolumeClaims',
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(inNamespaces.omit({ entity: true }))
    .output(pageOf(persistentVolumeClaim)),
};
