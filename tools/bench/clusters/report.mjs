// The figures of clusters as a table, each beside its gate.
import {
  createSection,
  machineLine,
  number,
  table,
} from '../benchmarksPage.mjs';

export const clustersSection = createSection('tools/bench/clusters.mjs');

/** What the section says. */
export function clustersReport({ machine, verdicts }) {
  return [
    machineLine(machine),
    table(
      ['', 'gate', 'measured', ''],
      verdicts.map(({ title, most, value, isMet }) => [
        title,
        most === undefined ? '' : `≤ ${most.toLocaleString('en')}`,
        number(value),
        most === undefined ? '' : verdictOf(isMet),
      ]),
    ),
  ];
}

const verdictOf = isMet => (isMet ? 'met' : 'MISSED');
