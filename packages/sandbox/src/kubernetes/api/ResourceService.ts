import { admitCreate, admitUpdate } from '../admission/admission';
import type { FieldsV1 } from '../fields/FieldSet';
import {
  recordUpdate,
  serverSideApply,
  type Writer,
} from '../fields/managedFields';
import { undeclaredField } from '../fields/schema';
import { DuplicateListKey } from '../fields/walk';
import type { KubernetesObject } from '../storage/KubernetesObject';
import type { ObjectStore } from '../storage/ObjectStore';
import { timestamp } from '../storage/timestamp';
import { applyConflict } from './applyConflict';
import { ApiError, badRequest, conflict, invalid, modified } from './ApiError';
import { apiVersionOf, type ResourceKind, type Subresource } from './kinds';
import { jsonPatch, mergePatch, strategicMergePatch } from './patch';
import { checkType, keepOther, withName, withoutStatus } from './writes';

export type WriteOptions = {
  fieldManager: string;
  subresource: Subresource;
  dryRun: boolean;
  force: boolean;
};

export type DeleteOptions = {
  preconditions?: { uid?: string; resourceVersion?: string };
  propagationPolicy?: 'Orphan' | 'Background' | 'Foreground';
  dryRun: boolean;
};

/** What each patch type is called on the wire. */
export const PATCH_TYPES = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  apply: 'application/apply-patch+yaml',
} as const;

/** Writes objects as an API server does: admission, ownership of fields, preconditions, graceful ends. */
export class ResourceService {
  constructor(
    private readonly store: ObjectStore,
    private readonly now: () => Date,
  ) {}

  create(kind: ResourceKind, body: KubernetesObject, options: WriteOptions) {
    checkType(kind, body);
    const named = withName(withoutStatus(kind, body, options.subresource));
    const admitted = admitCreate(this.store, kind, named);
    const object = recordUpdate({
      before: undefined,
      after: admitted,
      writer: this.writer(kind, options),
    }) as KubernetesObject;
    return options.dryRun ? object : this.store.create(kind, object);
  }

  update(
    kind: ResourceKind,
    name: string,
    body: KubernetesObject,
    options: WriteOptions,
  ) {
    checkType(kind, body);
    if (body.metadata?.name !== name) {
      throw badRequest(
        `the name of the object (${body.metadata?.name}) does not match the name on the URL (${name})`,
      );
    }
    const before = this.store.get(kind, body.metadata.namespace, name);
    if (body.metadata.uid && body.metadata.uid !== before.metadata.uid) {
      throw conflict(
        kind,
        name,
        `Precondition failed: UID in precondition: ${body.metadata.uid}, UID in object meta: ${before.metadata.uid}`,
      );
    }
    return this.replace(kind, before, body, options);
  }

  patch(
    kind: ResourceKind,
    at: { namespace?: string; name: string },
    type: string,
    patch: any, // its form depends on the patch type
    options: WriteOptions,
  ) {
    if (type === PATCH_TYPES.apply) return this.apply(kind, at, patch, options);
    const before = this.store.get(kind, at.namespace, at.name);
    const after = this.patched(type, before, patch) as KubernetesObject;
    if (after.metadata?.name !== at.name) {
      throw invalid(kind, at.name, [
        {
          field: 'metadata.name',
          message: `Invalid value: "${after.metadata?.name}": field is immutable`,
        },
      ]);
    }
    return this.replace(kind, before, after, options);
  }

  /** Answers the object, or undefined when it is gone at once. */
  delete(
    kind: ResourceKind,
    at: { namespace?: string; name: string },
    options: DeleteOptions,
  ) {
    const object = this.store.get(kind, at.namespace, at.name);
    const { uid, resourceVersion } = options.preconditions ?? {};
    if (uid && uid !== object.metadata.uid) {
      throw conflict(
        kind,
        at.name,
        `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${object.metadata.uid}`,
      );
    }
    if (
      resourceVersion &&
      resourceVersion !== object.metadata.resourceVersion
    ) {
      throw modified(kind, at.name);
    }
    if (options.dryRun || object.metadata.deletionTimestamp) return object;
    const finalizers = [...(object.metadata.finalizers ?? [])];
    if (options.propagationPolicy === 'Foreground')
      finalizers.push('foregroundDeletion');
    if (options.propagationPolicy === 'Orphan') finalizers.push('orphan');
    const mustWait =
      finalizers.length > 0 || object.spec?.finalizers?.length > 0;
    if (!mustWait) return this.store.remove(kind, object);
    return this.store.update(kind, {
      ...object,
      metadata: {
        ...object.metadata,
        ...(finalizers.length > 0 && { finalizers }),
        deletionTimestamp: timestamp(this.now()),
      },
      ...(kind.kind === 'Namespace' && {
        status: { ...object.status, phase: 'Terminating' },
      }),
    });
  }

  private apply(
    kind: ResourceKind,
    at: { namespace?: string; name: string },
    body: KubernetesObject,
    options: WriteOptions,
  ) {
    checkType(kind, body);
    if ((body.metadata as { managedFields?: FieldsV1[] })?.managedFields) {
      throw badRequest('metadata.managedFields must be nil');
    }
    const applied = {
      ...withoutStatus(kind, body, options.subresource),
      metadata: {
        ...body.metadata,
        name: at.name,
        ...(at.namespace && { namespace: at.namespace }),
      },
    } as KubernetesObject;
    const where = `(${at.namespace ?? ''}/${at.name}; ${kind.group}/${kind.version}, Kind=${kind.kind})`;
    const undeclared = undeclaredField(applied);
    if (undeclared) {
      throw new ApiError(
        500,
        '',
        `failed to create typed patch object ${where.replace('(/', '(')}: .${undeclared}: field not declared in schema`,
      );
    }
    const before = this.store.find(kind, at.namespace, at.name);
    if (
      before &&
      body.metadata.resourceVersion &&
      body.metadata.resourceVersion !== before.metadata.resourceVersion
    ) {
      throw modified(kind, at.name);
    }
    const result = this.merged(
      before,
      applied,
      where,
      this.writer(kind, options),
      options.force,
    );
    if ('conflicts' in result) throw applyConflict(result.conflicts);
    const object = result.object as KubernetesObject;
    if (before) {
      const after = admitUpdate(
        kind,
        before,
        keepOther(before, object, options.subresource),
      );
      return options.dryRun ? after : this.store.update(kind, after);
    }
    const admitted = admitCreate(this.store, kind, object);
    return options.dryRun ? admitted : this.store.create(kind, admitted);
  }

  private merged(
    live: KubernetesObject | undefined,
    applied: KubernetesObject,
    where: string,
    writer: Writer,
    force: boolean,
  ) {
    try {
      return serverSideApply({ live, applied, writer, force });
    } catch (error) {
      if (!(error instanceof DuplicateListKey)) throw error;
      throw new ApiError(
        500,
        '',
        `failed to create typed patch object ${where}: ${error.message}`,
      );
    }
  }

  private patched(
    type: string,
    before: KubernetesObject,
    patch: any, // its form depends on the patch type
  ) {
    switch (type) {
      case PATCH_TYPES.json:
        if (!Array.isArray(patch))
          throw badRequest('a JSON patch is a list of operations');
        return jsonPatch(before, patch);
      case PATCH_TYPES.merge:
        return mergePatch(before, patch);
      case PATCH_TYPES.strategic:
        return strategicMergePatch(before, patch);
      default:
        throw new ApiError(
          415,
          'UnsupportedMediaType',
          `the body of the request was in an unknown format - accepted media types include: ${Object.values(PATCH_TYPES).join(', ')}`,
        );
    }
  }

  private replace(
    kind: ResourceKind,
    before: KubernetesObject,
    body: KubernetesObject,
    options: WriteOptions,
  ) {
    const after = admitUpdate(
      kind,
      before,
      keepOther(before, body, options.subresource),
    );
    const object = recordUpdate({
      before,
      after: { ...after, metadata: { ...after.metadata } },
      writer: this.writer(kind, options),
    }) as KubernetesObject;
    return options.dryRun ? object : this.store.update(kind, object);
  }

  private writer(
    kind: ResourceKind,
    { fieldManager, subresource }: WriteOptions,
  ): Writer {
    return {
      manager: fieldManager,
      apiVersion: apiVersionOf(kind),
      time: timestamp(this.now()),
      ...(subresource && { subresource }),
    };
  }
}
