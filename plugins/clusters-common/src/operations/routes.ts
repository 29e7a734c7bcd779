import { route } from '../schemas';
import { listInNamespaces } from './listInNamespaces';

/** Which requests go where, where the cluster has the Gateway API. */
export const routes = {
  list: listInNamespaces(
    '/routes',
    'List HTTPRoutes of the Gateway API with their rules',
    route,
  ),
};
