import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  deny,
  fail,
  openClusters,
  region,
} from '../../__testUtils__/openClusters';

const ADDRESS =
  '/clusters/nonprod/apply-sets/tenancy.namespace.life-policy-dev';

it('is reached from its cluster, and says which field belongs to whom, and who asked for it', async () => {
  openClusters('/clusters/nonprod?part=apply-sets');
  const sets = within(await region('Apply sets'));
  await userEvent.click(
    await sets.findByRole('link', { name: /tenancy.namespace.life/ }),
  );
  const facts = await region('Facts');
  expect(facts).toHaveTextContent('Stalled: a person is needed');
  expect(facts).toHaveTextContent('2 wanted, 1 ready');
  const objects = within(await region('Objects'));
  const failed = objects
    .getByRole('rowheader', { name: /quota/ })
    .closest('[role="row"]');
  expect(failed).toHaveTextContent(
    'Field .spec.hard.pods is owned by "kubectl-edit"',
  );
  const history = within(await region('History'));
  expect(await history.findByText('Objects wanted')).toBeInTheDocument();
  expect(history.getByText('request 9001b3a2')).toBeInTheDocument();
});

it.each([
  ['an error, with a retry', fail, 'The portal is out of order'],
  ['a denial, and whom to ask', deny, 'Not yours'],
])('shows %s', async (_, get, words) => {
  openClusters(ADDRESS, { applySets: { get } });
  expect(
    await screen.findByRole('alert', {}, { timeout: 20_000 }),
  ).toHaveTextContent(words);
});
