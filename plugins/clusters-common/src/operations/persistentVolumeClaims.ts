import { persistentVolumeClaim } from '../schemas';
import { listInNamespaces } from './listInNamespaces';

/** Storage that outlives pods. */
export const persistentVolumeClaims = {
  list: listInNamespaces(
    '/persistent-volume-claims',
    'List PersistentVolumeClaims',
    persistentVolumeClaim,
  ),
};
