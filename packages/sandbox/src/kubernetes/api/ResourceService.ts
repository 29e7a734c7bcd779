import { admitCreate, admitUpdate } from '../admission/admission';
import { checkDeletable } from '../admission/checkNamespace';
import { CLEANUP, DEFINITION } from '../customResources/definition';
import { checkStrict } from '../customResources/checkStrict';
import type { FieldsV1 } from '../fields/FieldSet';
import {
  recordUpdate,
  serverSideApply,
  type Writer,
} from '../fields/managedFields';
import { undeclaredField } from '../fields/schema';
import { DuplicateListKey } from '../fields/walk';
import type {
  KubernetesObject,
  ObjectMetadata,
} from '../storage/KubernetesObject';
import { keyOf } from '../storage/keys';
import type { ObjectStore } from '../storage/ObjectStore';
import { timestamp } from '../storage/timestamp';
import { applyConflict } from './applyConflict';
import { ApiError, badRequest, modified, otherUid } from './ApiError';
import {
  checkAppliedUid,
  checkPreconditions,
  type Preconditions,
} from './preconditions';
import { apiVersionOf } from './kinds';
import type { ResourceKind, Subresource } from './ResourceKind';
import { patched, PATCH_TYPES, unsupportedPatch } from './patch';
import {
  checkSameName,
  checkType,
  keepOther,
  withName,
  withoutServerFields,
  withoutStatus,
} from './writes';

export type WriteOptions = {
  fieldManager: string;
  subresource: Subresource;
  dryRun: boolean;
  force: boolean;
  /** Whether a field that the kind does not have is refused, or else dropped. */
  strict: boolean;
};

export type DeleteOptions = {
  preconditions?: Preconditions;
  propagationPolicy?: 'Orphan' | 'Background' | 'Foreground';
  dryRun: boolean;
};

/** Writes objects as an API server does: admission, ownership of fields, preconditions, graceful ends. */
export class ResourceService {
  constructor(
    private readonly store: ObjectStore,
    private readonly now: () => Date,
  ) {}

  create(kind: ResourceKind, body: KubernetesObject, options: WriteOptions) {
    checkType(kind, body);
    if (options.strict) checkStrict(kind, body);
    if (body.metadata?.resourceVersion) {
      throw new ApiError(
        500,
        '',
        'resourceVersion should not be set on objects to be created',
      );
    }
    const named = withName(
      withoutServerFields(withoutStatus(kind, body, options.subresource)),
    );
    const admitted = admitCreate(this.store, kind, named);
    const object = recordUpdate({
      before: undefined,
      after: admitted,
      writer: this.writer(kind, options),
    }) as KubernetesObject;
    return this.created(kind, object, options.dryRun);
  }

  private created(
    kind: ResourceKind,
    object: KubernetesObject,
    dryRun: boolean,
  ): KubernetesObject {
    return dryRun
      ? this.store.fresh(kind, object)
      : this.store.create(kind, object);
  }

  update(
    kind: ResourceKind,
    name: string,
    body: KubernetesObject,
    options: WriteOptions,
  ) {
    checkType(kind, body);
    if (options.strict) checkStrict(kind, body);
    checkSameName(body, name);
    const before = this.store.get(kind, body.metadata.namespace, name);
    if (body.metadata.uid && body.metadata.uid !== before.metadata.uid) {
      throw otherUid(kind, name, {
        key: keyOf(kind, before.metadata.namespace, name),
        wanted: body.metadata.uid,
        is: before.metadata.uid,
      });
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
    if (kind.schema && type === PATCH_TYPES.strategic) {
      throw unsupportedPatch([
        PATCH_TYPES.json,
        PATCH_TYPES.merge,
        PATCH_TYPES.apply,
      ]);
    }
    const after = patched(type, before, patch) as KubernetesObject;
    checkSameName(after, at.name);
    return this.replace(kind, before, after, options);
  }

  /** Answers the object, or undefined when it is gone at once. */
  delete(
    kind: ResourceKind,
    at: { namespace?: string; name: string },
    options: DeleteOptions,
  ) {
    const object = this.store.get(kind, at.namespace, at.name);
    checkPreconditions(kind, object, options.preconditions);
    if (kind.kind === 'Namespace') checkDeletable(object);
    if (options.dryRun || object.metadata.deletionTimestamp) return object;
    const finalizers = [...(object.metadata.finalizers ?? [])];
    if (options.propagationPolicy === 'Foreground')
      finalizers.push('foregroundDeletion');
    if (options.propagationPolicy === 'Orphan') finalizers.push('orphan');
    if (kind.kind === DEFINITION) finalizers.push(CLEANUP);
    const mustWait =
      finalizers.length > 0 || object.spec?.finalizers?.length > 0;
    if (!mustWait) return this.store.remove(kind, object);
    return this.store.update(kind, {
      ...object,
      metadata: {
        ...object.metadata,
        ...(finalizers.length > 0 && { finalizers }),
        deletionTimestamp: timestamp(this.now()),
        deletionGracePeriodSeconds: 0,
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
    if (!body.kind) throw badRequest('invalid object type: /, Kind=');
    checkSameName(body, at.name);
    const applied = {
      ...withoutStatus(kind, body, options.subresource),
      metadata: {
        ...withoutUid(body.metadata),
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
    checkAppliedUid(kind, { name: at.name, uid: body.metadata.uid }, before);
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
        this.store,
        kind,
        before,
        keepOther(before, object, options.subresource),
      );
      return options.dryRun ? after : this.store.update(kind, after);
    }
    const admitted = admitCreate(this.store, kind, object);
    return this.created(kind, admitted, options.dryRun);
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

  private replace(
    kind: ResourceKind,
    before: KubernetesObject,
    body: KubernetesObject,
    options: WriteOptions,
  ) {
    const after = admitUpdate(
      this.store,
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

/** Only the server gives an object its `uid`. */
function withoutUid({ uid: _, ...metadata }: ObjectMetadata) {
  return metadata;
}
