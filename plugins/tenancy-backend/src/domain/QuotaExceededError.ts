import { ConflictError } from '@backstage/errors';

/** There is too little left. It passes by itself: when others give back, or the quota is raised. */
export class QuotaExceededError extends ConflictError {}
