import type { IncomingMessage } from 'node:http';
import { ApiError, badRequest, invalidOptions } from '../api/ApiError';
import { checkObject } from '../api/writes';
import type { Subresource } from '../api/ResourceKind';
import type { DeleteOptions, WriteOptions } from '../api/ResourceService';
import type { KubernetesObject } from '../storage/KubernetesObject';
import type { Target } from './request';

export function contentType({ headers }: IncomingMessage): string {
  return (headers['content-type'] ?? '').split(';')[0];
}

const OPTIONS: Readonly<Record<string, string>> = {
  POST: 'Create',
  PUT: 'Update',
};

const PROPAGATION = ['Foreground', 'Background', 'Orphan'];

export function writeOptions(
  target: Target,
  query: URLSearchParams,
  request: IncomingMessage,
): WriteOptions {
  const isApply = (request.headers['content-type'] ?? '').startsWith(
    'application/apply-patch',
  );
  const manager = query.get('fieldManager');
  if (isApply && !manager) {
    throw new ApiError(
      422,
      'Invalid',
      'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
    );
  }
  return {
    fieldManager:
      manager ?? (request.headers['user-agent'] ?? 'unknown').split('/')[0],
    subresource: target.subresource as Subresource,
    dryRun: isDryRun(
      `${OPTIONS[request.method ?? ''] ?? 'Patch'}Options`,
      query.getAll('dryRun'),
    ),
    strict: query.get('fieldValidation') === 'Strict',
    force: ['true', '1'].includes(query.get('force') ?? ''),
  };
}

/** What a deletion may say, in its body or in its address. */
export function deleteOptions(
  query: URLSearchParams,
  body: any, // what a client sent: nothing of it is known yet
): DeleteOptions {
  const propagationPolicy =
    body?.propagationPolicy ?? query.get('propagationPolicy') ?? undefined;
  if (propagationPolicy && !PROPAGATION.includes(propagationPolicy)) {
    throw invalidOptions('DeleteOptions', {
      field: 'propagationPolicy',
      reason: 'FieldValueNotSupported',
      message: `Unsupported value: ${JSON.stringify(propagationPolicy)}: supported values: ${PROPAGATION.map(each => JSON.stringify(each)).join(', ')}`,
    });
  }
  return {
    preconditions: body?.preconditions,
    propagationPolicy,
    dryRun: isDryRun('DeleteOptions', body?.dryRun ?? query.getAll('dryRun')),
  };
}

function isDryRun(options: string, asked: string[]): boolean {
  if (asked.some(each => each !== 'All')) {
    throw invalidOptions(options, {
      field: 'dryRun',
      reason: 'FieldValueNotSupported',
      message: `Unsupported value: ${JSON.stringify(asked)}: supported values: "All"`,
    });
  }
  return asked.length > 0;
}

export function withNamespace(
  body: KubernetesObject,
  { namespace }: Target,
): KubernetesObject {
  checkObject(body);
  const own = body.metadata?.namespace;
  if (namespace && own && own !== namespace) {
    throw badRequest(
      `the namespace of the provided object does not match the namespace sent on the request`,
    );
  }
  return namespace
    ? { ...body, metadata: { ...body.metadata, namespace } }
    : body;
}
