import type { KubernetesObject } from '../storage/KubernetesObject';
import { age, type Column } from '../server/columns/Column';
import { ageOf } from '../server/humanDuration';
import { valueAt } from './jsonPath';

/** A column as a CustomResourceDefinition describes it. */
export type PrinterColumn = {
  name: string;
  type: string;
  jsonPath: string;
  priority?: number;
};

/** What `kubectl get` shows of a custom kind; its age where the definition says nothing. */
export function printerColumns(
  definitions: readonly PrinterColumn[] | undefined,
): Column[] {
  if (!definitions?.length) return [age];
  return definitions.map(({ name, type, jsonPath, priority }) => ({
    name,
    type: type as Column['type'],
    priority: priority ? 1 : 0,
    cell: (object: KubernetesObject, now: Date) => {
      const value = valueAt(object, jsonPath);
      if (type === 'date') return ageOf(value as string | undefined, now);
      if (value === undefined || value === null) return '';
      if (typeof value === 'object') return JSON.stringify(value);
      return value as string | number | boolean;
    },
  }));
}
