import { podState, type ContainerStatus } from './podState';

const running: ContainerStatus = { ready: true, state: { running: {} } };
const waiting = (reason: string): ContainerStatus => ({
  state: { waiting: { reason } },
});
const ended = (exitCode: number, reason?: string): ContainerStatus => ({
  state: { terminated: { exitCode, reason } },
});
const status = (
  phase: string,
  containerStatuses: ContainerStatus[],
  initContainerStatuses?: ContainerStatus[],
) => ({ phase, containerStatuses, initContainerStatuses });

it.each([
  ['Running', status('Running', [running])],
  ['Pending', status('Pending', [])],
  ['Unknown', undefined],
  ['ContainerCreating', status('Pending', [waiting('ContainerCreating')])],
  [
    'CrashLoopBackOff',
    status('Running', [running, waiting('CrashLoopBackOff')]),
  ],
  ['OOMKilled', status('Running', [ended(137, 'OOMKilled')])],
  ['ExitCode:2', status('Failed', [ended(2)])],
  [
    'Signal:9',
    status('Failed', [{ state: { terminated: { exitCode: 137, signal: 9 } } }]),
  ],
  ['Succeeded', status('Succeeded', [ended(0, 'Completed')])],
  ['Evicted', { ...status('Failed', []), reason: 'Evicted' }],
  ['Init:1/2', status('Pending', [], [ended(0), { state: { running: {} } }])],
  [
    'Init:ImagePullBackOff',
    status('Pending', [], [waiting('ImagePullBackOff')]),
  ],
  ['Init:Error', status('Pending', [], [ended(1, 'Error')])],
  ['Running', status('Running', [running], [ended(0, 'Completed')])],
])('says %s, as kubectl does', (word, given) => {
  expect(podState(given, false)).toBe(word);
});

it('says that a pod is going, whatever else it is', () => {
  expect(podState(status('Running', [running]), true)).toBe('Terminating');
});
