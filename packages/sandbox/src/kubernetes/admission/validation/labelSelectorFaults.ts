import type { Fault } from '../Fault';
import { faultOfKey, faultOfValue } from '../labels';
import { wrong } from './faults';
import type { Loose } from './Loose';

/** What is wrong with a `LabelSelector`. */
export function labelSelectorFaults(
  field: string,
  { matchLabels = {}, matchExpressions = [] }: Loose = {},
): Fault[] {
  return [
    ...Object.entries(matchLabels).flatMap(([key, value]) =>
      [
        [key, faultOfKey(key)] as const,
        [value, faultOfValue(String(value))] as const,
      ].flatMap(([given, fault]) =>
        fault ? [wrong(`${field}.matchLabels`, given, fault)] : [],
      ),
    ),
    ...matchExpressions.flatMap(({ operator }: Loose, index: number) =>
      ['In', 'NotIn', 'Exists', 'DoesNotExist'].includes(operator)
        ? []
        : [
            wrong(
              `${field}.matchExpressions[${index}].operator`,
              operator,
              'not a valid selector operator',
            ),
          ],
    ),
  ];
}
