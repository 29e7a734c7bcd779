import { nodeState } from './nodeState';

const ready = { type: 'Ready', status: 'True' };

it.each([
  ['ready', undefined, true, [ready]],
  ['cordoned', undefined, false, [ready]],
  [
    'pressed',
    'kubelet has disk pressure',
    false,
    [
      ready,
      {
        type: 'DiskPressure',
        status: 'True',
        message: 'kubelet has disk pressure',
      },
    ],
  ],
  [
    'ready',
    undefined,
    true,
    [{ type: 'DiskPressure', status: 'False' }, ready],
  ],
  [
    'not-ready',
    'Kubelet stopped posting node status.',
    true,
    [
      {
        type: 'Ready',
        status: 'Unknown',
        message: 'Kubelet stopped posting node status.',
      },
    ],
  ],
  ['not-ready', undefined, true, []],
])('is %s, because of %p', (state, reason, isSchedulable, conditions) => {
  expect(nodeState({ isSchedulable, conditions })).toEqual({ state, reason });
});
