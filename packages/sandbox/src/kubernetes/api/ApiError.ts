/** A failure as Kubernetes answers it: a `Status` object with a reason, a sentence and causes. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  toStatus() {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      ...(this.reason && { reason: this.reason }),
      ...(this.details && { details: this.details }),
      code: this.code,
    };
  }
}

type Named = { plural: string; group: string };

const resource = ({ plural, group }: Named) =>
  group ? `${plural}.${group}` : plural;
const detailsOf = (kind: Named, name: string) => ({
  ...(name && { name }),
  ...(kind.group && { group: kind.group }),
  kind: kind.plural,
});

export const notFound = (kind: Named, name: string) =>
  new ApiError(
    404,
    'NotFound',
    `${resource(kind)} "${name}" not found`,
    detailsOf(kind, name),
  );

export const alreadyExists = (kind: Named, name: string) =>
  new ApiError(
    409,
    'AlreadyExists',
    `${resource(kind)} "${name}" already exists`,
    detailsOf(kind, name),
  );

export const conflict = (kind: Named, name: string, why: string) =>
  new ApiError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${resource(kind)} "${name}": ${why}`,
    detailsOf(kind, name),
  );

export const modified = (kind: Named, name: string) =>
  conflict(
    kind,
    name,
    'the object has been modified; please apply your changes to the latest version and try again',
  );

/** An update that was meant for another object. */
export const otherUid = (
  kind: Named,
  name: string,
  { key, wanted, is }: { key: string; wanted: string; is?: string },
) =>
  conflict(
    kind,
    name,
    `StorageError: invalid object, Code: 4, Key: /registry/${key}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${wanted}, UID in object meta: ${is}`,
  );

export const forbidden = (kind: Named, name: string, why: string) =>
  new ApiError(
    403,
    'Forbidden',
    `${resource(kind)} "${name}" is forbidden: ${why}`,
    detailsOf(kind, name),
  );

export const badRequest = (message: string) =>
  new ApiError(400, 'BadRequest', message);

export const unauthorized = () =>
  new ApiError(401, 'Unauthorized', 'Unauthorized');

export const methodNotAllowed = () =>
  new ApiError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );

export const expired = (message: string) =>
  new ApiError(410, 'Expired', message);

/** A version that the cluster has not reached. */
export const tooLarge = (version: number, current: number) =>
  new ApiError(
    504,
    'Timeout',
    `Timeout: Too large resource version: ${version}, current: ${current}`,
    {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  );

/** `causes` name the field, what is wrong, and the value. */
export const invalid = (
  kind: Named & { kind: string },
  name: string,
  causes: { field: string; message: string; reason?: string }[],
) =>
  new ApiError(
    422,
    'Invalid',
    `${kind.kind}${kind.group ? `.${kind.group}` : ''} "${name}" is invalid: ${sentenceOf(causes)}`,
    {
      ...detailsOf(kind, name),
      kind: kind.kind,
      causes: causes.map(cause => ({
        reason: cause.reason ?? 'FieldValueInvalid',
        message: cause.message,
        field: cause.field,
      })),
    },
  );

/** Options of a request, such as `CreateOptions`, that say what they must not. */
export const invalidOptions = (
  kind: string,
  cause: { field: string; message: string; reason?: string },
) => {
  const group = 'meta.k8s.io';
  return invalid({ group, kind, plural: kind }, '', [cause]);
};

/** A patch that cannot be carried out on the object as it is. */
export const unprocessable = () =>
  new ApiError(
    422,
    'Invalid',
    'the server rejected our request due to an error in our request',
    {},
  );

/** One thing that is wrong stands alone; several stand in brackets. */
function sentenceOf(causes: { field: string; message: string }[]): string {
  const sentences = causes.map(({ field, message }) => `${field}: ${message}`);
  return sentences.length === 1 ? sentences[0] : `[${sentences.join(', ')}]`;
}
