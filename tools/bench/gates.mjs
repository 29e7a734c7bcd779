// What the portal promises, as shares of what stock takes in the same run.
export const GATES = [
  {
    title: 'backend ready',
    read: ({ start }, system) => start?.[system].readySeconds,
    gate: 1.0,
    goal: 0.75,
  },
  {
    title: 'resident memory, settled',
    read: ({ start }, system) => start?.[system].megabytes,
    gate: 1.1,
    goal: 0.9,
  },
  {
    title: 'JavaScript of the first page, raw',
    read: ({ pages }, system) => pages?.first.loopback[system].scriptRaw,
    gate: 0.9,
    goal: 0.6,
  },
  {
    title: 'JavaScript of the first page, on the wire',
    read: ({ pages }, system) => pages?.first.loopback[system].scriptWire,
    gate: 0.9,
    goal: 0.6,
  },
  {
    title: 'requests of the first page',
    read: ({ pages }, system) => pages?.first.loopback[system].requests,
    gate: 0.8,
    goal: 0.4,
  },
];

/** One verdict for each gate whose phase was measured. */
export function judge(gates, results) {
  return gates
    .map(({ title, read, gate, goal }) => {
      const stock = read(results, 'stock');
      const portal = read(results, 'portal');
      return { title, stock, portal, ratio: portal / stock, gate, goal };
    })
    .filter(({ stock }) => stock !== undefined)
    .map(verdict => ({
      ...verdict,
      isMet: verdict.ratio <= verdict.gate,
      isGoalMet: verdict.ratio <= verdict.goal,
    }));
}
