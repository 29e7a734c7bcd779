// The figures of the desk as a table, each beside its gate.
import {
  createSection,
  machineLine,
  number,
  table,
} from '../benchmarksPage.mjs';

export const requestsSection = createSection('tools/bench/requests.mjs');

/** What the section says. */
export function requestsReport({ machine, users, verdicts }) {
  return [
    `${machineLine(machine)} · ${users} people at once`,
    table(
      ['', 'gate', 'measured', ''],
      verdicts.map(({ title, most, least, value, isMet }) => {
        const gate = most ?? least;
        return [
          title,
          gate === undefined ? '' : `${least ? '≥' : '≤'} ${gate}`,
          number(value),
          gate === undefined ? '' : verdictOf(isMet),
        ];
      }),
    ),
  ];
}

const verdictOf = isMet => (isMet ? 'met' : 'MISSED');
