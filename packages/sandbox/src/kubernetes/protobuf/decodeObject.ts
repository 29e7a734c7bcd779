import { ApiError, badRequest } from '../api/ApiError';
import { decodeMessage, isMessage } from './decodeMessage';
import { readFields } from './WireReader';

/** What clients in Go send instead of JSON, `kubectl create` among them. */
export const PROTOBUF = 'application/vnd.kubernetes.protobuf';

const MAGIC = Buffer.from('k8s\0', 'latin1');

/** The names under which the messages of a version of a group are known here, where they differ from the group's. */
const PACKAGES: Readonly<Record<string, string>> = {
  v1: 'core',
  'autoscaling/v1': 'scale',
};

/** An object in Kubernetes' protobuf form as the object that it is; its kind is in the envelope around it. */
export function decodeObject(body: Buffer): unknown {
  if (!body.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw badRequest(
      'provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]',
    );
  }
  try {
    const { apiVersion, kind, raw } = open(body.subarray(MAGIC.length));
    const message = messageOf(apiVersion, kind);
    return { apiVersion, kind, ...decodeMessage(message, raw) };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw badRequest(`the protobuf message is broken: ${error}`);
  }
}

/** The envelope: type in field 1, as a message of two texts, and the object itself in field 2. */
function open(envelope: Buffer) {
  const parts = new Map<number, Buffer>();
  for (const field of readFields(envelope)) {
    if ('bytes' in field) parts.set(field.number, field.bytes);
  }
  const type = new Map<number, string>();
  for (const field of readFields(parts.get(1) ?? Buffer.alloc(0))) {
    if ('bytes' in field) type.set(field.number, field.bytes.toString('utf8'));
  }
  return {
    apiVersion: type.get(1) ?? '',
    kind: type.get(2) ?? '',
    raw: parts.get(2) ?? Buffer.alloc(0),
  };
}

function messageOf(apiVersion: string, kind: string): string {
  // `rbac` of `rbac.authorization.k8s.io/v1`.
  const owner = PACKAGES[apiVersion] ?? apiVersion.split(/[./]/)[0];
  const candidates = [`${owner}.${kind}`, `meta.${kind}`];
  const message = candidates.find(isMessage);
  if (message) return message;
  throw new ApiError(
    415,
    'UnsupportedMediaType',
    `the sandbox reads no ${kind} of ${apiVersion} in protobuf: send it as application/json or application/yaml`,
  );
}
