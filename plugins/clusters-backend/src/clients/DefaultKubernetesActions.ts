import { ApiException } from '@kubernetes/client-node';
import type { ClusterDefinition } from '../domain/ClusterDefinition';
import { CachedKubeConfig } from './CachedKubeConfig';
import {
  ClusterAnswerError,
  type ClusterAnswer,
  type KubernetesActions,
  type LogRequest,
} from './KubernetesActions';
import { ClusterUnavailableError } from './KubernetesClient';
import { statusOf, translateError } from './kubernetesErrors';
import { sendRequest, type ClusterRequest } from './sendRequest';

/** A kubelet that needs longer for the head of an answer does not answer. */
const OPEN_TIMEOUT_MS = 10_000;

/** One cluster through the official client's connection. */
export class DefaultKubernetesActions implements KubernetesActions {
  private config?: CachedKubeConfig;

  static create(options: {
    definition: ClusterDefinition;
  }): DefaultKubernetesActions {
    return new DefaultKubernetesActions(options.definition);
  }

  private constructor(private readonly definition: ClusterDefinition) {}

  async send(request: Omit<ClusterRequest, 'signal'>): Promise<ClusterAnswer> {
    return this.ask(async () => {
      const { body } = await sendRequest(this.connect(), request);
      return JSON.parse(await body.text()) as ClusterAnswer;
    });
  }

  async openLog(
    log: LogRequest,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>> {
    const { namespace, pod, ...query } = log;
    // The time limit is for the head of the answer only: a log that is followed has no end.
    const slow = new AbortController();
    const timer = setTimeout(
      () => slow.abort(new DOMException('no answer in time', 'TimeoutError')),
      OPEN_TIMEOUT_MS,
    );
    try {
      return await this.ask(async () => {
        const { body } = await sendRequest(this.connect(), {
          method: 'GET',
          path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(pod)}/log`,
          query: { ...query, timestamps: true },
          signal: AbortSignal.any([signal, slow.signal]),
        });
        // A pod that no node has taken has written nothing.
        return body.stream() ?? emptyStream();
      });
    } finally {
      clearTimeout(timer);
    }
  }

  private connect(): CachedKubeConfig {
    this.config ??= CachedKubeConfig.forCluster(this.definition);
    return this.config;
  }

  private async ask<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const translated = this.translate(error);
      // A cluster that was set up anew has another certificate: the next call reads it.
      if (translated instanceof ClusterUnavailableError) {
        this.config = undefined;
      }
      throw translated;
    }
  }

  private translate(error: unknown): Error {
    const isRefusal =
      error instanceof ApiException &&
      error.code !== 401 &&
      (error.code < 500 || isRefusalOfEviction(error));
    if (!isRefusal) return translateError(this.definition.name, error);
    const { message = 'no reason given', details } = statusOf(error);
    return new ClusterAnswerError(message, error.code, details?.causes ?? []);
  }
}

/** More than one budget guards the pod: the API server says so with a 500, and means the pod, not itself. */
function isRefusalOfEviction(error: ApiException<unknown>): boolean {
  return /more than one PodDisruptionBudget/.test(
    statusOf(error).message ?? '',
  );
}

async function* emptyStream(): AsyncGenerator<Uint8Array> {
  // Nothing to tell.
}
