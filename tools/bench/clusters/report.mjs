// The figures as a table, in the terminal and between two marks of docs/benchmarks.md.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../production/prepareBundle.mjs';

const FILE = path.join(ROOT, 'docs/benchmarks.md');
const BEGIN = '<!-- measured: begin (tools/bench/clusters.mjs) -->';
const END = '<!-- measured: end (tools/bench/clusters.mjs) -->';

export function printSection(section) {
  console.log(`\n${render(section)}\n`);
}

/** Replaces what stands between the marks; the words around them are written by people. */
export function writeSection(section) {
  const page = readFileSync(FILE, 'utf8');
  const [before] = page.split(BEGIN);
  const [, after] = page.split(END);
  if (after === undefined) {
    throw new Error(`${FILE} has lost its marks '${BEGIN}' and '${END}'.`);
  }
  writeFileSync(
    FILE,
    `${before}${BEGIN}\n\n${render(section)}\n\n${END}${after}`,
  );
}

function render({ machine, verdicts }) {
  const rows = verdicts.map(({ title, most, value, isMet }) => [
    title,
    most === undefined ? '' : `≤ ${most.toLocaleString('en')}`,
    number(value),
    most === undefined ? '' : verdictOf(isMet),
  ]);
  const head = ['', 'gate', 'measured', ''];
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map(row => row[column].length)),
  );
  const line = row =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [
    `${machine.date} UTC · commit ${machine.commit} · Node ${machine.node} · ${machine.processor}, ${machine.memory} · ` +
      `${machine.system} · load average ${machine.load}`,
    [line(head), rule, ...rows.map(line)].join('\n'),
  ].join('\n\n');
}

const verdictOf = isMet => (isMet ? 'met' : 'MISSED');

function number(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(3)).toString();
}
