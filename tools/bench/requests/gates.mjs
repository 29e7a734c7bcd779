// What the desk promises; each figure with the most that it may be, or the least.
import { quantile } from '../statistics.mjs';

const p95 = samples => samples && quantile(samples, 0.95);
const growth = (lists, name) =>
  lists &&
  quantile(lists.large[name].milliseconds, 0.5) /
    quantile(lists.small[name].milliseconds, 0.5);
const CALLS = [
  ['the inbox', 'to-decide', 50],
  ['submit', 'submit', 60],
  ['decide', 'decide', 50],
];
const LISTS = ['mine', 'all of a tenant', 'all of all tenants'];

const GATES = [
  ...CALLS.flatMap(([title, name, most]) => [
    {
      title: `${title}, p95 over 100,000 requests, ms`,
      most,
      read: f => p95(f.desk?.large[name].milliseconds),
    },
    {
      title: '… growth from 10,000 requests',
      most: 1.5,
      read: f => growth(f.desk, name),
    },
  ]),
  ...LISTS.map(name => ({
    title: `${name}: growth from 10,000 requests`,
    most: 1.5,
    read: f => growth(f.desk, name),
  })),
  {
    title: 'quota decisions on one tenant, per s',
    least: 640,
    read: f => f.quota?.perSecond,
  },
  {
    title: 'one approval to its ready namespace, median, s',
    most: 2,
    read: f => f.story?.oneSeconds,
  },
  {
    title: '200 approvals to ready namespaces, s',
    most: 60,
    read: f => f.story?.manySeconds,
  },
];

/** Beside the gates, so that a figure can be judged that others of the machine spoiled. */
const NOTES = [
  {
    title: 'quota decisions: CPU of the process for each, ms',
    read: f => f.quota?.cpuMs,
  },
  {
    title: 'the 200 approvals alone, ten people at once, s',
    read: f => f.story?.approvedSeconds,
  },
  ...[...CALLS.map(([, name]) => name), ...LISTS].flatMap(name => [
    {
      title: `${name}: p50 over 100,000 requests, ms`,
      read: f => f.desk && quantile(f.desk.large[name].milliseconds, 0.5),
    },
    {
      title: '… p95 when nobody pauses, ms',
      read: f => p95(f.desk?.large[name].unpaused),
    },
    {
      title: '… calls per s then',
      read: f => f.desk?.large[name].perSecond,
    },
    { title: '… statements of it', read: f => f.desk?.large[name].statements },
    {
      title: '… CPU of the process per call, ms',
      read: f => f.desk?.large[name].cpuMs,
    },
    {
      title: '… CPU of PostgreSQL per call, ms',
      read: f => f.desk?.large[name].backendCpuMs,
    },
  ]),
];

/** One verdict for each figure that was measured. */
export function judgeFigures(figures) {
  const gates = GATES.map(({ title, most, least, read }) => {
    const value = read(figures);
    const isMet = least === undefined ? value <= most : value >= least;
    return { title, most, least, value, isMet };
  });
  const notes = NOTES.map(({ title, read }) => ({
    title,
    value: read(figures),
    isMet: true,
  }));
  return [...gates, ...notes].filter(({ value }) => value !== undefined);
}
