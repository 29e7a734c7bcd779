import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  deny,
  fail,
  nothing,
  openClusters,
  region,
  text,
} from '../../__testUtils__/openClusters';

const ADDRESS = '/clusters/nonprod/namespaces/life-policy-dev';
const rowOf = async (part: HTMLElement, name: RegExp | string) =>
  (await within(part).findByRole('rowheader', { name })).closest(
    '[role="row"]',
  );

it('shows whose it is, its quota, and what runs in it', async () => {
  openClusters(ADDRESS);
  const facts = within(await region('Facts'));
  expect(await facts.findByText('Life insurance')).toBeInTheDocument();
  expect(await region('Quota')).toHaveTextContent('Used 1.5 cores of 4 cores');
  const workloads = within(await region('Workloads'));
  expect(await workloads.findByText('Degraded')).toBeInTheDocument();
  const pods = within(await region('Pods'));
  expect(await pods.findByText('CrashLoopBackOff')).toBeInTheDocument();
  expect(pods.getByText('7 restarts')).toBeInTheDocument();
  const autoscaler = await rowOf(await region('Autoscalers'), 'claims');
  expect(autoscaler).toHaveTextContent('2 → 4');
  expect(autoscaler).toHaveTextContent('2 to 10');
  expect(autoscaler).toHaveTextContent('cpu: 83% of 70%');
  const job = await rowOf(await region('Jobs'), /nightly-29384/);
  expect(job).toHaveTextContent('1 of 2 done');
  expect(job).toHaveTextContent('3 failed');
  expect(job).toHaveTextContent('specified backoff limit');
});

it('goes between its parts by keyboard, and keeps the part in the address', async () => {
  openClusters(ADDRESS);
  const runs = await screen.findByRole(
    'tab',
    { name: 'What runs' },
    { timeout: 20_000 },
  );
  await userEvent.click(runs);
  await userEvent.keyboard('{ArrowRight}{Enter}');
  const services = await region('Services');
  const row = await rowOf(services, 'claims');
  expect(row).toHaveTextContent('http 80/TCP → web');
  expect(row).toHaveTextContent('None from outside');
  expect(await rowOf(services, 'claims-public')).toHaveTextContent(
    '443:30443/TCP',
  );
  expect(await rowOf(await region('Ingresses'), /claims/)).toHaveTextContent(
    'claims.life.example /api → claims:80',
  );
  const route = await rowOf(await region('HTTP routes'), /claims/);
  expect(route).toHaveTextContent('Service "claims-canary" not found');
  expect(route).toHaveTextContent('claims:80 (90) · claims-canary:80 (10)');
  expect(await rowOf(await region('Gateways'), /edge/)).toHaveTextContent(
    'web HTTPS:443 every host',
  );
  expect(
    screen.queryByRole('region', { name: 'Pods' }),
  ).not.toBeInTheDocument();
});

it.each([
  ['storage', 'Persistent volume claims', '16 GiB'],
  ['events', 'Events', 'Back-off restarting failed container claims'],
  ['usage', 'Use over time', 'Highest of two weeks: 1.584 cores promised'],
])(
  'opens at the part that the address names: %s',
  async (part, name, words) => {
    openClusters(`${ADDRESS}?part=${part}`);
    const section = within(await region(name));
    expect(
      await section.findByText(words, { exact: false }),
    ).toBeInTheDocument();
  },
);

it('says of each part that is empty what that means', async () => {
  const list = nothing;
  const empty = {
    services: { list },
    ingresses: { list },
    routes: { list },
    gateways: { list },
  };
  openClusters(`${ADDRESS}?part=network`, empty);
  for (const words of [
    'No Services',
    'No Ingresses',
    'No HTTP routes',
    'No Gateways',
  ]) {
    expect(await text(words)).toBeInTheDocument();
  }
});

it('keeps the parts that work when others fail or are denied', async () => {
  openClusters(ADDRESS, {
    workloads: { list: fail },
    jobs: { list: deny },
  });
  const workloads = await region('Workloads');
  expect(await within(workloads).findByRole('alert')).toHaveTextContent(
    'The portal is out of order',
  );
  expect(
    await within(await region('Jobs')).findByRole('alert'),
  ).toHaveTextContent('Not yours');
  expect(
    await within(await region('Pods')).findByText('CrashLoopBackOff'),
  ).toBeInTheDocument();
});

it('says that there is none, or none that one may see', async () => {
  openClusters('/clusters/nonprod/namespaces/property-core-prod');
  expect(
    await text(
      /There is no namespace 'property-core-prod' on cluster 'nonprod'/,
    ),
  ).toBeInTheDocument();
});
