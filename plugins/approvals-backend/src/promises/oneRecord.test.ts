import { createMockDirectory } from '@backstage/backend-test-utils';
import { startBackend } from '../__testUtils__/backend';
import { LI_WEI } from '../__testUtils__/desk';
import { oneStage, rulesFile } from '../__testUtils__/rules';

/** Fifty people decide the same request at once over HTTP: one of them did, and the audit says so once. */
const PEOPLE = Array.from({ length: 50 }, (_, n) => `user:default/p${n}`);
const directory = createMockDirectory();

it('records one decision that succeeded, and forty-nine that were too late', async () => {
  directory.setContent({ 'policies.yaml': rulesFile(oneStage('any')) });
  const { audited, people, provider, submit, decide, eventually } =
    await startBackend(directory.resolve('policies.yaml'));
  people.holders.set('tenant-admin@life', PEOPLE);
  const request = await submit();

  const answers = await Promise.all(
    PEOPLE.map(async person => (await decide(request, person)).status),
  );
  expect(answers.filter(status => status === 200)).toHaveLength(1);
  // Who comes after it is refused by the state, or has nothing to do with the request any more.
  expect(
    answers.filter(status => ![200, 403, 404, 409].includes(status)),
  ).toEqual([]);

  const decisions = audited.filter(({ event }) => event === 'request-decide');
  expect(decisions).toHaveLength(PEOPLE.length);
  expect(decisions.filter(({ isSuccess }) => isSuccess)).toHaveLength(1);
  expect(new Set(decisions.map(({ tenant }) => tenant))).toEqual(
    new Set(['life']),
  );
  const { timeline } = await eventually(
    request.id,
    ({ state }) => state === 'completed',
  );
  expect(timeline.map(({ event }) => event)).toEqual([
    'submitted',
    'approved',
    'passed',
    'started',
    'completed',
  ]);
  expect([...provider.made.keys()]).toEqual([request.id]);
}, 60_000);

it('records whose request somebody was kept from deciding', async () => {
  directory.setContent({ 'policies.yaml': rulesFile(oneStage('any')) });
  const { audited, people, submit, decide } = await startBackend(
    directory.resolve('policies.yaml'),
  );
  people.holders.set('tenant-admin@life', PEOPLE);
  const request = await submit();

  const [approver] = PEOPLE;
  await decide(request, 'user:default/stranger').expect(404);
  await decide(request, LI_WEI).expect(403);
  await decide(request, approver, { payloadHash: 'f'.repeat(64) }).expect(409);
  expect(audited.filter(({ event }) => event === 'request-decide')).toEqual(
    Array.from({ length: 3 }, () => ({
      event: 'request-decide',
      isSuccess: false,
      tenant: 'life',
    })),
  );
}, 60_000);
