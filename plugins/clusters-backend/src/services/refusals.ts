import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ClusterAnswerError } from '../clients/KubernetesActions';

/**
 * What a person is told when a cluster does not do what they asked: it is gone (404), it changed (409), the cluster does
 * not take it (400), does not let the portal (403), or does not answer (503).
 *
 * @param what - The object, as a sentence names it.
 */
export function tellRefusal(
  error: unknown,
  { what, cluster }: { what: string; cluster: string },
): Error {
  if (!(error instanceof ClusterAnswerError)) {
    return (error as Error).name === 'ClusterUnavailableError'
      ? new ServiceUnavailableError((error as Error).message)
      : (error as Error);
  }
  const said = `cluster '${cluster}' answered: ${error.message}`;
  switch (error.code) {
    case 404:
      return new NotFoundError(`There is no ${what}: ${said}`);
    case 409:
      return new ConflictError(
        `${what} was changed in the meantime: ${said}. Look at it again, then repeat what you did.`,
      );
    case 403:
      return new NotAllowedError(
        `The portal may not do this to ${what}: ${said}. Ask a platform administrator to give the portal's service account the right.`,
      );
    case 400:
    case 422:
      return new InputError(`${what}: ${said}`);
    default:
      return new ServiceUnavailableError(`${what}: ${said}. Try again later.`);
  }
}
