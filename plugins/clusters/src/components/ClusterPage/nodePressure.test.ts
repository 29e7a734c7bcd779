import type { Capacity, Node } from '@caas/plugin-clusters-common';
import { nodePressure } from './nodePressure';

const node = (
  state: Node['state'],
  cpuMillicores: number,
  memoryBytes: number,
  used?: Capacity['used'],
) =>
  ({
    state,
    capacity: {
      allocatable: { cpuMillicores: 1000, memoryBytes: 1000, pods: 10 },
      requested: { cpuMillicores, memoryBytes, pods: 1 },
      used,
    },
  }) as Node;

it.each([
  ['calm', 79, node('ready', 100, 790)],
  ['tight', 80, node('ready', 800, 100)],
  ['tight', 10, node('pressed', 100, 0)],
  ['closed', 95, node('cordoned', 950, 0)],
  ['bad', 0, node('not-ready', 0, 0)],
])('is %s at %d %% promised', (tone, promised, given) => {
  expect(nodePressure(given)).toEqual({ tone, promised });
});

it('is tight when little is promised, and nearly all is used', () => {
  const used = { cpuMillicores: 120, memoryBytes: 910 };
  expect(nodePressure(node('ready', 200, 300, used))).toEqual({
    tone: 'tight',
    promised: 30,
    used: 91,
  });
});

it('promises nothing of nothing', () => {
  const empty = { cpuMillicores: 0, memoryBytes: 0, pods: 0 };
  expect(
    nodePressure({
      ...node('ready', 0, 0),
      capacity: { allocatable: empty, requested: empty },
    }),
  ).toEqual({ tone: 'calm', promised: 0 });
});
