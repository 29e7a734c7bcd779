import type {
  LabelChange,
  NodeDetail,
  TaintChange,
  TaintEffect,
} from '@caas/plugin-clusters-common';

/** A label or a taint while it is edited. */
export type Entry = {
  id: string;
  key: string;
  value: string;
  /** Of taints only. */
  effect?: TaintEffect;
  /** Has just been added. */
  isNew?: boolean;
};

let count = 0;

export function newEntry(effect?: TaintEffect): Entry {
  count += 1;
  return { id: `new-${count}`, key: '', value: '', effect, isNew: true };
}

export const entriesOfLabels = ({ labels }: NodeDetail): Entry[] =>
  Object.entries(labels)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => ({ id: key, key, value }));

export const entriesOfTaints = ({ taints }: NodeDetail): Entry[] =>
  taints.map(({ key, value = '', effect }) => ({
    id: `${key}:${effect}`,
    key,
    value,
    // Kubernetes has no other effect.
    effect: effect as TaintEffect,
  }));

/** What was changed about labels: from what the person saw to what they want. */
export function labelChanges(
  before: readonly Entry[],
  after: readonly Entry[],
): LabelChange[] {
  return changesBetween(before, after, ({ key }) => key).map(
    ({ entry, from, to }) => ({ key: entry.key.trim(), from, to }),
  );
}

/** The same for taints, which are named by key and effect. */
export function taintChanges(
  before: readonly Entry[],
  after: readonly Entry[],
): TaintChange[] {
  return changesBetween(
    before,
    after,
    ({ key, effect }) => `${key}:${effect}`,
  ).map(({ entry, from, to }) => ({
    key: entry.key.trim(),
    effect: entry.effect!,
    from,
    to,
  }));
}

function changesBetween(
  before: readonly Entry[],
  after: readonly Entry[],
  nameOf: (entry: Entry) => string,
) {
  const byName = (entries: readonly Entry[]) =>
    new Map(
      entries
        .filter(({ key }) => key.trim() !== '')
        .map(entry => [nameOf({ ...entry, key: entry.key.trim() }), entry]),
    );
  const [old, wanted] = [byName(before), byName(after)];
  return [...new Set([...old.keys(), ...wanted.keys()])]
    .map(name => ({
      entry: (wanted.get(name) ?? old.get(name))!,
      from: old.get(name)?.value ?? null,
      to: wanted.get(name)?.value.trim() ?? null,
    }))
    .filter(({ from, to }) => from !== to);
}
