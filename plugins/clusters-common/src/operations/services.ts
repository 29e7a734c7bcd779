import { service } from '../schemas';
import { listInNamespaces } from './listInNamespaces';

/** Under which names and ports pods are reached. */
export const services = {
  list: listInNamespaces(
    '/services',
    'List Services with their ports and addresses',
    service,
  ),
};
