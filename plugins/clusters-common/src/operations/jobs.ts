import { job } from '../schemas';
import { listInNamespaces } from './listInNamespaces';

/** What runs to its end, once or by the clock. */
export const jobs = {
  list: listInNamespaces('/jobs', 'List Jobs and CronJobs', job),
};
