import type { LiveObject } from '../../domain/LiveObject';
import { Interner } from '../Interner';
import { PODS } from './pods';

const requests = (cpu: string, memory: string) => ({
  resources: { requests: { cpu, memory } },
});
const POD: LiveObject = {
  metadata: {
    name: 'claims-7d9f-x2',
    namespace: 'life-dev',
    creationTimestamp: '2026-11-21T08:00:00Z',
    labels: {
      'pod-template-hash': '7d9f',
      'backstage.io/kubernetes-id': 'claims',
    },
    ownerReferences: [
      { kind: 'ReplicaSet', name: 'claims-7d9f', controller: true },
    ],
  },
  spec: {
    nodeName: 'nonprod-general-1',
    initContainers: [requests('2', '1Gi')],
    containers: [
      { image: 'claims:1', ...requests('500m', '1Gi') },
      { image: 'proxy:2', ...requests('100m', '128Mi') },
    ],
  },
  status: {
    phase: 'Running',
    containerStatuses: [
      { ready: true, restartCount: 2, state: { running: {} } },
      { ready: false, restartCount: 1, state: { running: {} } },
    ],
  },
};
const trim = (pod: LiveObject) => PODS.trim(pod, new Interner());

it('keeps what is shown, and the requests as the scheduler counts them', () => {
  expect(trim(POD)).toEqual({
    name: 'claims-7d9f-x2',
    namespace: 'life-dev',
    state: 'Running',
    phase: 'Running',
    node: 'nonprod-general-1',
    ready: 1,
    containers: 2,
    restarts: 3,
    workloadKind: 'Deployment',
    workload: 'claims',
    entity: 'claims',
    images: ['claims:1', 'proxy:2'],
    cpuMillicores: 2000,
    memoryBytes: 1152 * 2 ** 20,
    createdAt: Date.parse('2026-11-21T08:00:00Z'),
  });
});

it('names the owner itself where no template is between', () => {
  const { metadata } = POD;
  const owned = (kind: string, name: string) =>
    trim({
      ...POD,
      metadata: {
        ...metadata,
        ownerReferences: [{ kind, name, controller: true }],
      },
    });
  expect(owned('StatefulSet', 'mysql')).toMatchObject({
    workloadKind: 'StatefulSet',
    workload: 'mysql',
  });
  expect(owned('ReplicaSet', 'by-hand')).toMatchObject({
    workloadKind: 'ReplicaSet',
    workload: 'by-hand',
  });
});

it('takes a pod of which next to nothing is known', () => {
  expect(
    trim({ metadata: { name: 'bare', namespace: 'life-dev' } }),
  ).toMatchObject({
    state: 'Unknown',
    containers: 0,
    images: [],
    createdAt: 0,
  });
});

it('keeps one copy of a text that many pods name', () => {
  const interner = new Interner();
  const one = PODS.trim(structuredClone(POD), interner);
  const other = PODS.trim(structuredClone(POD), interner);
  expect(other.images).toBe(one.images);
});
