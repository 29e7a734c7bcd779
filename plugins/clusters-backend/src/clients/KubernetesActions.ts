import type { LiveObject } from '../domain/LiveObject';
import type { ClusterRequest } from './sendRequest';

/** Which part of a container's log. */
export type LogRequest = {
  namespace: string;
  pod: string;
  container?: string;
  follow: boolean;
  previous?: boolean;
  tailLines?: number;
  sinceSeconds?: number;
  /** Nothing older; ISO 8601. Clusters look at whole seconds only. */
  sinceTime?: string;
  limitBytes?: number;
};

/** What a cluster answers: an object, or a list of them. */
export type ClusterAnswer = LiveObject & {
  items?: LiveObject[];
  metadata: { continue?: string };
};

/**
 * A cluster answered with a refusal: what it said, with the code that it said it with.
 *
 * Only what a person asks for ends with it; apply sets and views know the errors of `KubernetesClient`.
 */
export class ClusterAnswerError extends Error {
  override name = 'ClusterAnswerError';

  constructor(
    message: string,
    readonly code: number,
    /** As Kubernetes writes them in `details.causes`. */
    readonly causes: { reason?: string; message?: string; field?: string }[],
  ) {
    super(message);
  }
}

/** What people do on one cluster. */
export interface KubernetesActions {
  /**
   * Sends a request within the time limit, and answers the object that comes back.
   *
   * @throws ClusterAnswerError when the cluster refuses, ClusterUnavailableError when it does not answer.
   */
  send(request: Omit<ClusterRequest, 'signal'>): Promise<ClusterAnswer>;
  /**
   * The log of a container, with the time before each line, as bytes come. Nothing is read that nobody takes.
   *
   * @throws as `send`; what breaks later breaks the iteration.
   */
  openLog(
    log: LogRequest,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>>;
}
