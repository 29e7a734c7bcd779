// What every benchmark reports with: its figures as a section, in the terminal and in docs/benchmarks.md between its two
// marks. A section is a list of paragraphs; what is false is left out. The words around the marks are written by people.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../production/prepareBundle.mjs';

const FILE = path.join(ROOT, 'docs/benchmarks.md');

/** The section of one script: `script` is its path, as its marks name it. */
export function createSection(script) {
  const begin = `<!-- measured: begin (${script}) -->`;
  const end = `<!-- measured: end (${script}) -->`;
  return {
    print(paragraphs) {
      console.log(`\n${join(paragraphs)}\n`);
    },
    /** Replaces what stands between the marks. */
    write(paragraphs) {
      const page = readFileSync(FILE, 'utf8');
      const [before, rest] = page.split(begin);
      const [, after] = rest?.split(end) ?? [];
      if (after === undefined) {
        throw new Error(`${FILE} has lost its marks '${begin}' and '${end}'.`);
      }
      writeFileSync(
        FILE,
        `${before}${begin}\n\n${join(paragraphs)}\n\n${end}${after}`,
      );
    },
  };
}

const join = paragraphs => paragraphs.filter(Boolean).join('\n\n');

/** Where and when the figures come from, of `describeMachine`. */
export function machineLine(machine) {
  return (
    `${machine.date} UTC · commit ${machine.commit} · Node ${machine.node} · ${machine.processor}, ${machine.memory} · ` +
    `${machine.system} · load average ${machine.load}`
  );
}

/** Three digits that count. */
export function number(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(3)).toString();
}

/** Aligned, as prettier would have it. */
export function table(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) =>
    Math.max(3, ...all.map(row => row[column].length)),
  );
  const line = row =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
