// What the portal promises about clusters; each figure with the most that it may be.
const GATES = [
  ['500 apply sets of 6 objects, all ready, s', 30, f => f.sets?.readySeconds],
  ['… connections to the cluster at most', 20, f => f.sets?.connections],
  [
    '… requests of a pass without a change, per set',
    1,
    f => f.sets && f.sets.noChangeRequests / f.sets.sets,
  ],
  ['10,000 pods on 200 nodes, in view, s', 3, f => f.views?.small.readySeconds],
  ['… longest stall of the event loop, ms', 50, f => f.views?.small.stallMs],
  ['100,000 pods, heap, MB', 60, f => f.views?.medium.heapMb],
  ['… longest stall of the event loop, ms', 25, f => f.views?.medium.stallMs],
  [
    '150,000 pods on 5,000 nodes, resident memory of the process, MB',
    500,
    f => f.views?.large.residentMb,
  ],
  ['… a page of one namespace, p95, ms', 20, f => f.views?.large.namespaceMs],
  ['… a roll-up of the platform, p95, ms', 200, f => f.views?.large.rollUpMs],
  ['a service with 5,000 pods, its page, KB', 180, f => f.page?.kilobytes],
  ['… p95 with 5 viewers, ms', 30, f => f.page?.p95Ms],
  ['… lists of the cluster for 200 views', 0, f => f.page?.lists],
];

/** Beside the gates, so that a figure can be judged that others of the machine spoiled. */
const NOTES = [
  ['requests until 500 sets were ready', f => f.sets?.readyRequests],
  ['requests of a pass that sends all 500 again', f => f.sets?.wholeRequests],
  ['… how long it takes, s', f => f.sets?.wholeSeconds],
  ['a pass without a change over 500 sets, s', f => f.sets?.noChangeSeconds],
  [
    '10,000 pods: longest turn, by its CPU time, ms',
    f => f.views?.small.turnMs,
  ],
  ['100,000 pods: in view, s', f => f.views?.medium.readySeconds],
  ['… longest turn, by its CPU time, ms', f => f.views?.medium.turnMs],
  [
    '… stall while 50 pods change a second, ms',
    f => f.views?.medium.followStallMs,
  ],
  ['150,000 pods: in view, s', f => f.views?.large.readySeconds],
  ['… heap, MB', f => f.views?.large.heapMb],
  ['… most that the process ever had, MB', f => f.views?.large.peakMb],
  ['… longest stall of the event loop, ms', f => f.views?.large.stallMs],
  [
    '… a page of a namespace with 5,000 pods, p95, ms',
    f => f.views?.large.bigNamespaceMs,
  ],
  ['a service with 5,000 pods, its page, p50, ms', f => f.page?.p50Ms],
];

/** One verdict for each figure that was measured. */
export function judgeFigures(figures) {
  const gates = GATES.map(([title, most, read]) => {
    const value = read(figures);
    return { title, most, value, isMet: value <= most };
  });
  const notes = NOTES.map(([title, read]) => ({
    title,
    value: read(figures),
    isMet: true,
  }));
  return [...gates, ...notes].filter(({ value }) => value !== undefined);
}
