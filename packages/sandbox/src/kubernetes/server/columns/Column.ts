import type { LabelSelector } from '../../controllers/selection';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import { ageOf } from '../humanDuration';

type Cell = string | number | boolean;

/** A column of what `kubectl get` shows. */
export type Column = {
  name: string;
  type: 'string' | 'integer' | 'boolean' | 'date';
  /** Columns of 1 are shown with `-o wide`. */
  priority?: 0 | 1;
  cell(object: KubernetesObject, now: Date): Cell;
};

const column =
  (type: Column['type']) =>
  (name: string, cell: Column['cell']): Column => ({ name, type, cell });

export const text = column('string');
export const integer = column('integer');
export const boolean = column('boolean');

/** A column that only `-o wide` shows. */
export const wide = (name: string, cell: Column['cell']): Column => ({
  ...text(name, cell),
  priority: 1,
});

export const age: Column = text('Age', ({ metadata }, now) =>
  ageOf(metadata.creationTimestamp, now),
);

/** Shown instead of the age where Kubernetes has no columns of its own. */
export const createdAt: Column = {
  name: 'Created At',
  type: 'date',
  cell: ({ metadata }) => metadata.creationTimestamp ?? '',
};

/** Texts of a list, or `<none>`. */
export const listed = (values: readonly unknown[] | undefined): string =>
  values?.length ? values.join(',') : '<none>';

/** The first of many, and how many more there are. */
export function firstOf(values: readonly string[], shown: number): string {
  const more = values.length - shown;
  const first = values.slice(0, shown).join(',');
  return more > 0 ? `${first} + ${more} more...` : first;
}

export const pairs = (labels: Record<string, string> | undefined): string =>
  listed(Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`));

/** A selector as one writes it for `-l`. */
export function selectorText(selector: LabelSelector | undefined): string {
  if (!selector) return '<none>';
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const parts = [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(({ key, operator, values = [] }) => {
      const set = `(${[...values].sort().join(',')})`;
      switch (operator) {
        case 'In':
          return `${key} in ${set}`;
        case 'NotIn':
          return `${key} notin ${set}`;
        case 'Exists':
          return key;
        default:
          return `!${key}`;
      }
    }),
  ];
  return listed(parts.sort());
}

type Container = { name: string; image: string };

/** The names and the images of a template, which `-o wide` shows. */
export const containers = (
  templateOf: (object: KubernetesObject) => KubernetesObject['spec'],
): Column[] => {
  const all = (object: KubernetesObject): Container[] =>
    templateOf(object)?.spec?.containers ?? [];
  return [
    wide('Containers', object =>
      all(object)
        .map(each => each.name)
        .join(','),
    ),
    wide('Images', object =>
      all(object)
        .map(each => each.image)
        .join(','),
    ),
  ];
};
