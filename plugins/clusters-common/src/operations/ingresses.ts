import { ingress } from '../schemas';
import { listInNamespaces } from './listInNamespaces';

/** Which addresses lead into clusters. */
export const ingresses = {
  list: listInNamespaces(
    '/ingresses',
    'List Ingresses with their rules',
    ingress,
  ),
};
