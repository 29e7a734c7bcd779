// The figures as a page: a table with ratios in the terminal, the same table in docs/benchmarks.md between its two marks.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../production/prepareBundle.mjs';

const FILE = path.join(ROOT, 'docs/benchmarks.md');
const BEGIN = '<!-- measured: begin (tools/bench/portal.mjs) -->';
const END = '<!-- measured: end -->';

export function printReport(report) {
  console.log(`\n${sections(report)}\n`);
}

/** Replaces what stands between the marks; the words around them are written by people. */
export function writeReport(report) {
  const page = readFileSync(FILE, 'utf8');
  const [before] = page.split(BEGIN);
  const [, after] = page.split(END);
  if (after === undefined) {
    throw new Error(`${FILE} has lost its marks '${BEGIN}' and '${END}'.`);
  }
  writeFileSync(
    FILE,
    `${before}${BEGIN}\n\n${sections(report)}\n\n${END}${after}`,
  );
}

function sections({ machine, results, verdicts }) {
  const { start, pages, load } = results;
  return [
    `${machine.date} UTC · commit ${machine.commit} · Node ${machine.node} · ${machine.processor}, ${machine.memory} · ` +
      `${machine.system} · load average ${machine.load}`,
    verdicts.length > 0 && '### Gates',
    verdicts.length > 0 &&
      table(
        ['', 'stock', 'portal', 'ratio', 'gate', 'goal'],
        verdicts.map(verdict => [
          verdict.title,
          number(verdict.stock),
          number(verdict.portal),
          `**${verdict.ratio.toFixed(2)}**`,
          `≤ ${verdict.gate.toFixed(1)} ${verdict.isMet ? 'met' : 'MISSED'}`,
          `≤ ${verdict.goal} ${verdict.isGoalMet ? 'met' : 'not yet'}`,
        ]),
      ),
    start && '### Start',
    start &&
      compare(start, [
        ['spawn to readiness 200, s', 'readySeconds'],
        ['CPU to then, s', 'cpuSeconds'],
        ['resident memory 15 s later, MB', 'megabytes'],
      ]),
    ...Object.entries(pages ?? {}).flatMap(([page, networks]) => [
      page === 'first'
        ? '### First page: the workbench, against the catalog of stock'
        : '### The catalog page of both',
      compare(networks.loopback, COUNTS),
      ...Object.entries(networks).flatMap(([network, figures]) => [
        network === 'slow' ? '10 Mbit/s, 40 ms:' : 'Loopback:',
        compare(figures, TIMES),
      ]),
    ]),
    load && '### Liveness under load',
    load &&
      compare(load, [
        ['liveness p50, ms', 'livenessP50'],
        ['liveness p99, ms', 'livenessP99'],
        ['catalog queries answered per s', 'queriesPerSecond'],
        ['catalog queries refused (429) per s', 'refusedPerSecond'],
      ]),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const COUNTS = [
  ['requests', 'requests'],
  ['… of them API', 'apiRequests'],
  ['… of them JavaScript', 'scriptRequests'],
  ['JavaScript raw, KB', 'scriptRaw'],
  ['JavaScript on the wire, KB', 'scriptWire'],
  ['everything raw, KB', 'allRaw'],
  ['everything on the wire, KB', 'allWire'],
];
const TIMES = [
  ['first contentful paint, ms', 'fcpMs'],
  ['largest contentful paint, ms', 'lcpMs'],
  ['content visible, ms', 'usefulMs'],
];

function compare(figures, rows) {
  return table(
    ['', 'stock', 'portal', 'ratio'],
    rows.map(([title, key]) => {
      const stock = figures.stock[key];
      const portal = figures.portal[key];
      return [
        title,
        number(stock),
        number(portal),
        stock ? (portal / stock).toFixed(2) : '',
      ];
    }),
  );
}

function number(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(3)).toString();
}

/** Aligned, as prettier would have it. */
function table(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) =>
    Math.max(3, ...all.map(row => row[column].length)),
  );
  const line = row =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
