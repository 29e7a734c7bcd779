import { ApiException } from '@kubernetes/client-node';
import {
  ClusterRefusedError,
  ClusterUnavailableError,
  type ClusterTrouble,
  FieldConflictError,
  NotOnClusterError,
  OtherObjectError,
  WatchExpiredError,
} from './KubernetesClient';

type Status = {
  message?: string;
  reason?: string;
  details?: {
    causes?: { reason?: string; message?: string; field?: string }[];
  };
};

/** Codes that pass: the cluster is busy, or an object was changed while we looked. */
const PASSING = [408, 409, 429];

const OURS = [
  ClusterRefusedError,
  ClusterUnavailableError,
  FieldConflictError,
  OtherObjectError,
  WatchExpiredError,
];

/** Whether the cluster says that there is no such object. */
export function isNotFound(error: unknown): boolean {
  return codeOf(error) === 404;
}

/** Whether the object is another one by now: its UID or version is not the one we asked for. */
export function isPreconditionFailed(error: unknown): boolean {
  return codeOf(error) === 409;
}

/**
 * An error of the client library as one of ours, in a sentence that names the cluster and holds no secret.
 *
 * @param about - The object that was asked about, as a sentence names it.
 */
export function translateError(
  cluster: string,
  error: unknown,
  about?: string,
): Error {
  const translated = isTranslated(error) ? error : translate(cluster, error);
  if (about) translated.message = `${about}: ${translated.message}`;
  return translated;
}

function isTranslated(error: unknown): error is Error {
  return OURS.some(ours => error instanceof ours);
}

function translate(cluster: string, error: unknown): Error {
  const code = codeOf(error);
  if (code === undefined) {
    const { message } = error as Error;
    if (message.startsWith('Unrecognized API version and kind')) {
      return new ClusterRefusedError(
        `Cluster '${cluster}' does not know this kind (${message})`,
      );
    }
    return new ClusterUnavailableError(
      `Cluster '${cluster}' does not answer: ${rootCause(error)}`,
    );
  }
  const status = statusOf(error);
  if (code === 401) {
    return new ClusterUnavailableError(
      `Cluster '${cluster}' does not accept the portal's token: give the cluster another one, where it is registered`,
      { kind: 'token' },
    );
  }
  if (code === 410) {
    return new WatchExpiredError(
      `Cluster '${cluster}' has forgotten this version`,
    );
  }
  const conflicts = (status.details?.causes ?? []).filter(
    cause => cause.reason === 'FieldManagerConflict',
  );
  if (conflicts.length > 0) {
    return new FieldConflictError(
      conflicts
        .map(
          ({ field, message }) =>
            `Field ${field} is owned by ${ownerIn(message)}`,
        )
        .join('; '),
    );
  }
  if (isOtherObject(code, status)) {
    return new OtherObjectError(
      `The object that was meant does not stand on cluster '${cluster}' any more`,
    );
  }
  const sentence = `Cluster '${cluster}' answered ${code}: ${status.message ?? 'no reason given'}`;
  if (code === 404) return new NotOnClusterError(sentence);
  return code >= 500 || PASSING.includes(code)
    ? new ClusterUnavailableError(sentence, troubleOf(code, error))
    : new ClusterRefusedError(sentence);
}

/** An apply that names a UID: there is no object of that name, or one with another UID. */
function isOtherObject(code: number, { message, details }: Status): boolean {
  if (code === 409) return message?.includes('uid mismatch') ?? false;
  const causes = details?.causes ?? [];
  return code === 422 && causes.some(({ field }) => field === 'metadata.uid');
}

function troubleOf(code: number, error: unknown): ClusterTrouble {
  const retryAfterSeconds = retryAfterOf(error);
  if (code === 429 || retryAfterSeconds !== undefined) {
    return { kind: 'busy', retryAfterSeconds };
  }
  return { kind: code >= 500 ? 'failing' : 'passing' };
}

/** API servers write seconds; the date that HTTP allows too is for caches. */
function retryAfterOf(error: unknown): number | undefined {
  const { headers } = error as { headers?: Record<string, string> };
  const seconds = Number(headers?.['retry-after'] ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function codeOf(error: unknown): number | undefined {
  if (error instanceof ApiException) return error.code;
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

/** What an answer of a cluster says, when it is a `Status`. */
export function statusOf(error: unknown): Status {
  const { body } = error as { body?: unknown };
  if (typeof body !== 'string') return (body ?? {}) as Status;
  try {
    return JSON.parse(body);
  } catch {
    // A proxy in front of the API server answers what it likes.
    return { message: body.slice(0, 200) };
  }
}

/** `conflict with "kubectl-edit" using v1` → `"kubectl-edit"`. */
function ownerIn(message: string | undefined): string {
  return (
    /conflict with ("[^"]*")/.exec(message ?? '')?.[1] ?? 'another manager'
  );
}

/** `fetch failed` says nothing; its cause does. */
function rootCause(error: unknown): string {
  let cause = error as { cause?: unknown } & Partial<Record<string, string>>;
  while (typeof cause.cause === 'object' && cause.cause !== null) {
    cause = cause.cause as typeof cause;
  }
  if (cause.code === 'ECONNREFUSED') return 'the connection is refused';
  if (cause.name === 'TimeoutError' || cause.name === 'AbortError') {
    return 'no answer in time';
  }
  // The client library writes into the error of a timeout, whose message cannot be written, and so throws this instead.
  if (cause.message?.startsWith('Cannot set property message of')) {
    return 'no answer in time';
  }
  return cause.message || cause.code || 'no reason given';
}
