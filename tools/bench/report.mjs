// The figures of the portal beside those of stock Backstage, as tables with ratios.
import {
  createSection,
  machineLine,
  number,
  table,
} from './benchmarksPage.mjs';

export const portalSection = createSection('tools/bench/portal.mjs');

/** What the section says. */
export function portalReport({ machine, results, verdicts }) {
  const { start, pages, load } = results;
  return [
    machineLine(machine),
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
  ];
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
