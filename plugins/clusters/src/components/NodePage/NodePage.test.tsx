import { screen } from '@testing-library/react';
import {
  deny,
  fail,
  nothing,
  openClusters,
  region,
  text,
} from '../../__testUtils__/openClusters';

const ADDRESS = '/clusters/nonprod/nodes/database-1';

it('shows its facts, taints, labels, conditions and use, and what runs on it', async () => {
  openClusters(ADDRESS);
  const facts = await region('Facts');
  expect(facts).toHaveTextContent('Under pressure');
  expect(facts).toHaveTextContent('kubelet has disk pressure');
  expect(await region('Promised and used')).toHaveTextContent(
    '4 cores of 16 cores promised (25%) · 1.6 cores used (10%)',
  );
  expect(await region('Taints')).toHaveTextContent(
    'caas.io/partition=database: NoSchedule',
  );
  expect(await region('Labels')).toHaveTextContent('kubernetes.io/arch: amd64');
  expect(await region('Conditions')).toHaveTextContent('KubeletReady');
  const pod = (
    await screen.findByRole('rowheader', { name: /claims-7d9f-x2/ })
  ).closest('[role="row"]');
  expect(pod).toHaveTextContent('0.22 cores');
});

it('says that nothing runs on it', async () => {
  openClusters(ADDRESS, { pods: { list: nothing } });
  expect(await text('No pods')).toBeInTheDocument();
});

it.each([
  ['an error, with a retry', fail, 'The portal is out of order'],
  ['a denial, and whom to ask', deny, 'platform and cluster administrators'],
])('shows %s', async (_, get, words) => {
  openClusters(ADDRESS, { nodes: { get } });
  expect(
    await screen.findByRole('alert', {}, { timeout: 20_000 }),
  ).toHaveTextContent(words);
});
