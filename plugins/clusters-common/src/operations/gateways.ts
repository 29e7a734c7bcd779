import { gateway } from '../schemas';
import { listInNamespaces } from './listInNamespaces';

/** What listens for traffic from outside, where the cluster has the Gateway API. */
export const gateways = {
  list: listInNamespaces(
    '/gateways',
    'List Gateways of the Gateway API',
    gateway,
  ),
};
