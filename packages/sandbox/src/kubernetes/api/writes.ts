import { randomInt } from 'node:crypto';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { isRecord } from '../fields/walk';
import { badRequest } from './ApiError';
import { apiVersionOf, KINDS } from './kinds';
import type { ResourceKind, Subresource } from './ResourceKind';

/** An ordinary write leaves `status` alone; a write to `status` leaves everything else alone. */
export function keepOther(
  before: KubernetesObject,
  after: KubernetesObject,
  subresource: Subresource,
): KubernetesObject {
  if (subresource === 'status') {
    return {
      ...before,
      metadata: {
        ...before.metadata,
        resourceVersion: after.metadata.resourceVersion,
      },
      status: after.status,
    };
  }
  const { status: _, ...rest } = after;
  return {
    ...rest,
    ...(before.status !== undefined && { status: before.status }),
  } as KubernetesObject;
}

/** What came over the wire must be an object with metadata before anything else is asked of it. */
export function checkObject(body: unknown): asserts body is KubernetesObject {
  const refuse = (field: string) =>
    badRequest(
      `the object provided is unrecognized (must be of type Object): ${field} is not what it must be`,
    );
  if (!isRecord(body)) throw refuse('the body');
  const { metadata = {} } = body;
  if (!isRecord(metadata)) throw refuse('metadata');
  const { name = '', generateName = '' } = metadata;
  if (typeof name !== 'string') throw refuse('metadata.name');
  if (typeof generateName !== 'string') throw refuse('metadata.generateName');
}

/** The package in which Kubernetes keeps the kinds of a group. */
const packageOf = ({ group }: ResourceKind) => group.split('.')[0] || 'core';

/** Refuses a body of another kind than the address names; one that names none is of that kind. */
export function checkType(kind: ResourceKind, body: KubernetesObject): void {
  checkObject(body);
  const { kind: name = kind.kind, apiVersion = apiVersionOf(kind) } = body;
  if (name === kind.kind && apiVersion === apiVersionOf(kind)) return;
  const [version] = apiVersion.split('/').reverse();
  const isKnown = KINDS.some(
    each => each.kind === name && apiVersionOf(each) === apiVersion,
  );
  const why =
    isKnown || apiVersion === apiVersionOf(kind)
      ? `converting (${version}.${name}) to (${packageOf(kind)}.${kind.kind}): unknown conversion`
      : `no kind "${name}" is registered for version "${apiVersion}" in scheme "pkg/runtime/scheme.go:110"`;
  throw badRequest(
    `${name} in version "${version}" cannot be handled as a ${kind.kind}: ${why}`,
  );
}

/** Refuses a body that names another object than the address, or none. */
export function checkSameName(
  { metadata }: KubernetesObject,
  name: string,
): void {
  if (!metadata?.name) {
    throw badRequest(
      `the name of the object (${name} based on URL) was undeterminable: name must be provided`,
    );
  }
  if (metadata.name !== name) {
    throw badRequest(
      `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
    );
  }
}

/** What a client sends as the status of a kind whose status has an address of its own is not looked at. */
export function withoutStatus(
  kind: ResourceKind,
  body: KubernetesObject,
  subresource: Subresource,
): KubernetesObject {
  if (subresource === 'status' || !kind.subresources.includes('status')) {
    return body;
  }
  const { status: _, ...rest } = body;
  return rest as KubernetesObject;
}

/** The object with the name it asked for, or with one made from `generateName`. */
export function withName(body: KubernetesObject): KubernetesObject {
  const metadata = body.metadata ?? {};
  const prefix = metadata.generateName as string | undefined;
  if (metadata.name || !prefix) {
    return { ...body, metadata: { ...metadata, name: metadata.name ?? '' } };
  }
  return {
    ...body,
    metadata: { ...metadata, name: `${prefix}${randomSuffix()}` },
  };
}

/** Letters and digits that cannot be read as another, and that make no words. */
const SUFFIX = 'bcdfghjklmnpqrstvwxz2456789';

/** The end of a name that the server makes. */
export function randomSuffix(): string {
  return Array.from({ length: 5 }, () => SUFFIX[randomInt(SUFFIX.length)]).join(
    '',
  );
}

/** What a client sends of the fields that only the server fills in is not looked at. */
export function withoutServerFields(body: KubernetesObject): KubernetesObject {
  const {
    uid: _uid,
    creationTimestamp: _created,
    deletionTimestamp: _deleted,
    generation: _generation,
    selfLink: _link,
    ...metadata
  } = body.metadata ?? {};
  return { ...body, metadata } as KubernetesObject;
}
