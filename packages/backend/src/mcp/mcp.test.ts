import { until } from '@caas/backend-testing/processes';
import type { Caller } from '../access/__testUtils__/callers';
import { namespacePayload } from '../access/__testUtils__/cases';
import { ComposedPortal } from '../access/__testUtils__/ComposedPortal';
import { callOperation } from '../access/__testUtils__/operations';
import { AssistantClient } from './__testUtils__/AssistantClient';

jest.setTimeout(180_000);
const PATIENCE_MS = 60_000;

let portal: ComposedPortal;
beforeAll(async () => {
  portal = await ComposedPortal.start();
});
afterAll(() => portal?.stop());

const assistantOf = (person: Caller) => new AssistantClient(portal, person);
const ask = (name: string) => ({
  kind: 'namespace.create',
  tenant: 'life',
  payload: namespacePayload(name),
  purpose: 'To see what assistants may do',
});

/** Approvals learn of the kinds of requests a moment after they have started. */
const submitAsDeveloper = (name: string) =>
  until('the request is made', PATIENCE_MS, async () => {
    const answer = await assistantOf('developer of life')
      .use('scaffolder.submit-request', ask(name))
      .catch(() => undefined);
    return answer?.structuredContent;
  });

/** What an assistant is told when its person may not do something. */
const refusalOf = async (person: Caller, tool: string, input: object) => {
  const { isError, content } = await assistantOf(person).use(tool, input);
  expect(isError).toBe(true);
  return content.map(({ text }) => text).join();
};

it('offers what people do on the pages, and no decisions', async () => {
  const tools = await assistantOf('developer of life').listTools();
  expect(tools).toEqual(
    expect.arrayContaining([
      'scaffolder.preview-request',
      'scaffolder.submit-request',
      'scaffolder.get-request',
      'scaffolder.fetch-namespace',
    ]),
  );
  expect(tools.filter(name => /decide|approve/.test(name))).toEqual([]);
});

it('makes a request as the person whose assistant it is', async () => {
  const made = await submitAsDeveloper('assisted');
  expect(made).toMatchObject({ state: 'pending' });
  const { output } = await callOperation(
    portal,
    'developer of life',
    'approvals.requests.get',
    { id: made.id as string },
  );
  expect(output).toMatchObject({
    requester: 'user:default/li-wei',
    tenant: 'life',
    state: 'pending',
  });
  const seen = await assistantOf('tenant admin of life').use(
    'scaffolder.get-request',
    { id: made.id },
  );
  expect(seen.structuredContent).toMatchObject({ id: made.id });
});

it('answers of another tenant that there is no such request', async () => {
  const { id } = await submitAsDeveloper('foreign');
  expect(
    await refusalOf('developer of property', 'scaffolder.get-request', { id }),
  ).toBe(`NotFoundError: There is no request '${id}'`);
});

it('refuses with our sentence who asks for another tenant', async () => {
  expect(
    await refusalOf(
      'developer of property',
      'scaffolder.submit-request',
      ask('theirs'),
    ),
  ).toBe(
    "NotFoundError: There is no tenant 'life' for which you may apply. Choose a tenant in which you are a tenant administrator, developer or operator",
  );
});

it('refuses who may only read, and says what they lack', async () => {
  expect(
    await refusalOf('auditor', 'scaffolder.submit-request', ask('audited')),
  ).toMatch(
    /^NotAllowedError: You may not do this: it needs the permission 'approvals\.request\.create'\. Ask an administrator/,
  );
});

it('refuses a request that cannot be made, and says what is wrong with it', async () => {
  expect(
    await refusalOf('developer of life', 'scaffolder.submit-request', {
      ...ask('short'),
      purpose: 'x',
    }),
  ).toBe('InputError: purpose: Say in at least 5 characters what it is for');
});

it.each(['nobody', 'a forged token'] as const)(
  'does nothing for %s',
  async caller => {
    const response = await assistantOf(caller).send('tools/call', {
      name: 'scaffolder.submit-request',
      arguments: ask('unsigned'),
    });
    expect(response.status).toBe(401);
  },
);
