import { autoscaler } from '../schemas';
import { listInNamespaces } from './listInNamespaces';

/** What changes the number of pods by itself. */
export const autoscalers = {
  list: listInNamespaces(
    '/autoscalers',
    'List HorizontalPodAutoscalers',
    autoscaler,
  ),
};
