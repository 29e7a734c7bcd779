import { FieldSet, formatPath, type FieldsV1 } from './FieldSet';
import { mergeApplied, prune } from './merge';
import { appliedFields, compare, type JsonRecord } from './walk';

/** One entry of `metadata.managedFields`. */
export type ManagedFields = {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  time?: string;
  fieldsType: 'FieldsV1';
  fieldsV1: FieldsV1;
  subresource?: string;
};

/** Who writes: managers with the same name but another operation or subresource are others. */
export type Writer = {
  manager: string;
  apiVersion: string;
  time: string;
  subresource?: string;
};

/** A field that an apply would change although somebody else owns it. */
export type FieldConflict = { owner: string; field: string };

type Entry = Omit<ManagedFields, 'fieldsV1' | 'fieldsType'> & {
  fields: FieldSet;
};

type Metadata = { managedFields?: ManagedFields[] } & JsonRecord;

/**
 * Server-side apply: what the object becomes, or the conflicts that stand in the way.
 *
 * The rules are those of Kubernetes' structured-merge-diff: the configuration is put over the live object; fields that
 * this manager owned before, that it no longer mentions, and that nobody else owns, go away; a field that would change
 * although another manager owns it is a conflict, unless forced, when the others lose it.
 */
export function serverSideApply(options: {
  live: JsonRecord | undefined;
  applied: JsonRecord;
  writer: Writer;
  force: boolean;
}): { object: JsonRecord } | { conflicts: FieldConflict[] } {
  const { applied, writer, force } = options;
  const live = options.live ?? {
    apiVersion: applied.apiVersion,
    kind: applied.kind,
    metadata: {},
  };
  const entries = readEntries(live);
  const isMine = sameWriter(writer, 'Apply');
  const mine = entries.find(isMine);
  const others = entries.filter(entry => !isMine(entry));

  const wanted = appliedFields(applied);
  const merged = mergeApplied(live, applied);
  const { added, modified } = compare(live, merged);
  const changed = added.union(modified);

  const conflicts = others.flatMap(entry =>
    entry.fields
      .intersection(changed)
      .list()
      .map(path => ({ owner: describeOwner(entry), field: formatPath(path) })),
  );
  if (conflicts.length > 0 && !force) return { conflicts };

  const remaining = others
    .map(entry => ({ ...entry, fields: entry.fields.difference(changed) }))
    .filter(entry => !entry.fields.isEmpty);
  const kept = remaining.reduce(
    (fields, entry) => fields.union(entry.fields),
    wanted,
  );
  const dropped = (mine?.fields ?? FieldSet.empty).difference(wanted);
  const object = prune(merged, dropped, kept);
  const next: Entry[] = wanted.isEmpty
    ? remaining
    : [...remaining, { ...writer, operation: 'Apply', fields: wanted }];
  return { object: withEntries(object, next, entries) };
}

/** Ownership after an ordinary write: the writer gets what it changed or added, and everybody loses what is gone. */
export function recordUpdate(options: {
  before: JsonRecord | undefined;
  after: JsonRecord;
  writer: Writer;
}): JsonRecord {
  const { before, after, writer } = options;
  const { added, modified, removed } = compare(before ?? {}, after);
  const entries = readEntries(before ?? {});
  const isMine = sameWriter(writer, 'Update');
  const mine = entries.find(isMine)?.fields ?? FieldSet.empty;
  const taken = added.union(modified);
  const next = entries
    .filter(entry => !isMine(entry))
    .map(entry => ({
      ...entry,
      fields: entry.fields.difference(modified).difference(removed),
    }));
  next.push({
    ...writer,
    operation: 'Update',
    fields: mine.union(taken).difference(removed),
  });
  return withEntries(
    after,
    next.filter(entry => !entry.fields.isEmpty),
    entries,
  );
}

function sameWriter(writer: Writer, operation: ManagedFields['operation']) {
  return (entry: Entry) =>
    entry.manager === writer.manager &&
    entry.operation === operation &&
    entry.subresource === writer.subresource;
}

function describeOwner({ manager, operation, apiVersion, subresource }: Entry) {
  const name = JSON.stringify(manager);
  if (operation === 'Apply') return name;
  const through = subresource
    ? ` with subresource ${JSON.stringify(subresource)}`
    : '';
  return `${name}${through} using ${apiVersion}`;
}

function readEntries(object: JsonRecord): Entry[] {
  const metadata = (object.metadata ?? {}) as Metadata;
  return (metadata.managedFields ?? []).map(
    ({ fieldsV1, fieldsType: _, ...entry }) => ({
      ...entry,
      fields: FieldSet.fromFieldsV1(fieldsV1),
    }),
  );
}

function withEntries(
  object: JsonRecord,
  entries: Entry[],
  before: Entry[],
): JsonRecord {
  const metadata = { ...(object.metadata as Metadata) };
  const managedFields = entries
    .map(entry => toManagedFields(entry, before))
    .sort(
      (a, b) =>
        a.operation.localeCompare(b.operation) ||
        (a.time ?? '').localeCompare(b.time ?? '') ||
        a.manager.localeCompare(b.manager),
    );
  if (managedFields.length > 0) metadata.managedFields = managedFields;
  else delete metadata.managedFields;
  return { ...object, metadata };
}

/** The time of an entry moves only when its fields do. */
function toManagedFields(entry: Entry, before: Entry[]): ManagedFields {
  const { fields, ...rest } = entry;
  const fieldsV1 = fields.toFieldsV1();
  const old = before.find(sameWriter(entry as Writer, entry.operation));
  const unchanged =
    old && JSON.stringify(old.fields.toFieldsV1()) === JSON.stringify(fieldsV1);
  return {
    ...rest,
    time: unchanged ? old.time : rest.time,
    fieldsType: 'FieldsV1',
    fieldsV1,
  };
}
