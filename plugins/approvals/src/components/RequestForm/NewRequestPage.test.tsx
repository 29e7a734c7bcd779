import { InputError, NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ApprovalsApi } from '@caas/plugin-approvals-react';
import { fakeApprovalsApi } from '../../__fixtures__/fakeApprovalsApi';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { renderApprovals } from '../../__testUtils__/renderApprovals';
import { pendingRequest, preview } from '../../__fixtures__/requests';

const PATH = '/requests/new';

function apiWith(changes: {
  kinds?: jest.Mock;
  submit?: jest.Mock;
  preview?: jest.Mock;
}): ApprovalsApi {
  const api = fakeApprovalsApi();
  const { kinds, ...requests } = changes;
  return {
    ...api,
    kinds: kinds ? { list: kinds } : api.kinds,
    requests: { ...api.requests, ...requests },
  };
}

const PURPOSE = 'Billing of the core system';

const next = () =>
  userEvent.click(screen.getByRole('button', { name: 'Next' }));
const submitForm = () =>
  userEvent.click(screen.getByRole('button', { name: 'Submit request' }));
const nameField = () => screen.findByRole('textbox', { name: 'name' });
const step = (name: string) => screen.findByRole('group', { name });

/** Fills in the pages up to the review, and the review. */
const fillIn = async () => {
  await userEvent.type(await nameField(), 'billing');
  await next();
  await screen.findByRole('textbox', { name: 'cpu' });
  await next();
  await userEvent.type(
    await screen.findByRole('textbox', { name: /Purpose/ }),
    PURPOSE,
  );
};

beforeEach(() => window.sessionStorage.clear());

describe('a new request', () => {
  it('chooses the only kind and the only tenant, submits once, and leads to the request', async () => {
    const submit = jest.fn().mockResolvedValue(pendingRequest);
    renderApprovals({ path: PATH, api: apiWith({ submit }) });
    await fillIn();
    await userEvent.dblClick(
      screen.getByRole('button', { name: 'Submit request' }),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'Namespace life-billing-dev',
      }),
    ).toBeInTheDocument();
    expect(submit).toHaveBeenCalledTimes(1);
    expect(submit).toHaveBeenCalledWith({
      kind: 'namespace.create',
      tenant: 'life',
      payload: { name: 'billing', cpu: '2' },
      purpose: PURPOSE,
      idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    // Nothing of it is left for the next one.
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('says where the person is, and brings them there', async () => {
    renderApprovals({ path: PATH });
    await nameField();
    expect(
      screen.getByRole('group', { name: 'Step 2 of 4: Name' }),
    ).not.toHaveFocus();
    await userEvent.type(await nameField(), 'billing');
    await next();
    expect(await step('Step 3 of 4: Size')).toHaveFocus();
    await next();
    expect(await step('Step 4 of 4: Review')).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(await step('Step 3 of 4: Size')).toHaveFocus();
    expect(screen.getByRole('listitem', { current: 'step' })).toHaveTextContent(
      'Size',
    );
  });

  it('shows who will decide, what speaks for it, and the exact objects, at the review', async () => {
    const ask = jest.fn().mockResolvedValue(preview);
    renderApprovals({ path: PATH, api: apiWith({ preview: ask }) });
    expect(await screen.findByText(/Fill in the form/)).toBeInTheDocument();
    await userEvent.type(await nameField(), 'billing');
    expect(
      await screen.findByRole('meter', { name: 'CPU of the pool' }),
    ).toHaveAttribute(
      'aria-valuetext',
      'Used 6 cores of 16 cores · requested 2 cores · left 8 cores',
    );
    expect(ask).toHaveBeenLastCalledWith(
      {
        kind: 'namespace.create',
        tenant: 'life',
        payload: { name: 'billing', cpu: '2' },
      },
      { signal: expect.anything() },
    );
    expect(screen.queryByText('Who will decide')).toBeNull();
    await next();
    await next();
    const forecast = await screen.findByRole('region', {
      name: 'Who will decide',
    });
    expect(forecast).toHaveTextContent('Tenant administrator');
    expect(
      within(forecast).getByRole('link', { name: 'wang-fang' }),
    ).toBeInTheDocument();
    expect(forecast).toHaveTextContent('At least 2 approvals');
    expect(forecast).toHaveTextContent(/nobody can decide this stage/);
    expect(screen.getByRole('region', { name: /2 objects/ })).toHaveTextContent(
      'kind: Namespace metadata: name: life-billing-dev --- apiVersion: v1 kind: ResourceQuota',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Change: Name' }));
    expect(await nameField()).toHaveValue('billing');
  });

  it('says that a rule approves it by itself', async () => {
    renderApprovals({
      path: PATH,
      api: apiWith({
        preview: jest.fn().mockResolvedValue({
          ...preview,
          stages: [],
          automaticReason: { 'zh-CN': '缩小', en: 'It shrinks' },
        }),
      }),
    });
    await fillIn();
    expect(await screen.findByText(/nobody has to. It shrinks/)).toBeVisible();
  });

  it('goes on from no page with a problem, and goes to the first field that has one', async () => {
    const submit = jest.fn();
    renderApprovals({ path: PATH, api: apiWith({ submit }) });
    const name = await nameField();
    expect(screen.queryByText('Give it a name')).toBeNull();
    await next();
    expect(await screen.findByText('Give it a name')).toBeInTheDocument();
    await waitFor(() => expect(name).toHaveFocus());
    expect(name).toHaveAccessibleDescription('Give it a name');
    await userEvent.type(name, 'billing');
    await next();
    await next();
    const purpose = await screen.findByRole('textbox', { name: /Purpose/ });
    await submitForm();
    expect(
      await screen.findByText('Say in at least 5 characters what it is for'),
    ).toBeInTheDocument();
    await waitFor(() => expect(purpose).toHaveFocus());
    expect(submit).not.toHaveBeenCalled();
  });

  it('shows no page after one that is not filled in, whatever the address says', async () => {
    renderApprovals({ path: `${PATH}?step=review` });
    expect(await nameField()).toBeInTheDocument();
  });

  it("lands the server's sentence at its field on its page, keeps what was typed, and submits again with the same key", async () => {
    const submit = jest
      .fn()
      .mockRejectedValueOnce(
        new InputError(
          'payload.cpu: The pool has 1 core left; purpose: Name the project; disk: Too small',
        ),
      )
      .mockResolvedValue(pendingRequest);
    renderApprovals({ path: PATH, api: apiWith({ submit }) });
    await fillIn();
    await submitForm();
    const cpu = await screen.findByRole('textbox', { name: 'cpu' });
    await waitFor(() =>
      expect(cpu).toHaveAccessibleDescription('The pool has 1 core left'),
    );
    expect(screen.getByRole('alert')).toHaveTextContent('disk: Too small');
    await userEvent.type(cpu, '0');
    expect(screen.queryByText('The pool has 1 core left')).toBeNull();
    await next();
    expect(await screen.findByText('Name the project')).toBeInTheDocument();
    const purpose = screen.getByRole('textbox', { name: /Purpose/ });
    expect(purpose).toHaveValue(PURPOSE);
    await userEvent.type(purpose, '!');
    await submitForm();
    await waitFor(() => expect(submit).toHaveBeenCalledTimes(2));
    expect(submit.mock.calls[1][0]).toMatchObject({
      payload: { name: 'billing', cpu: '20' },
      idempotencyKey: submit.mock.calls[0][0].idempotencyKey,
    });
  });

  it('gives up the preview when the form is sent, which would find the request itself in the way', async () => {
    const never = () => new Promise<never>(() => {});
    const ask = jest.fn(never);
    renderApprovals({
      path: PATH,
      api: apiWith({ preview: ask, submit: jest.fn(never) }),
    });
    await fillIn();
    await waitFor(() => expect(ask).toHaveBeenCalled());
    await submitForm();
    const signals = ask.mock.calls.map(
      ([, options]: unknown[]) => (options as { signal: AbortSignal }).signal,
    );
    await waitFor(() =>
      expect(signals.every(({ aborted }) => aborted)).toBe(true),
    );
  });

  it('lands what the preview finds at its field', async () => {
    const ask = jest
      .fn()
      .mockRejectedValue(new InputError('name: It is taken'));
    renderApprovals({ path: PATH, api: apiWith({ preview: ask }) });
    const name = await nameField();
    await userEvent.type(name, 'billing');
    await waitFor(() =>
      expect(name).toHaveAccessibleDescription('It is taken'),
    );
    expect(
      screen.getByText('It would not be accepted as it is'),
    ).toBeInTheDocument();
  });

  it('says that nothing can be asked for', async () => {
    renderApprovals({
      path: PATH,
      api: apiWith({ kinds: jest.fn().mockResolvedValue({ items: [] }) }),
    });
    expect(
      await screen.findByText('Nothing can be asked for right now'),
    ).toBeInTheDocument();
  });

  it('says whom to ask to somebody without a role that may ask', async () => {
    renderApprovals({
      path: PATH,
      tenancyApi: fakeTenancyApi({
        memberships: {
          user: 'user:default/liu-yang',
          platformRoles: ['auditor'],
          tenants: [],
        },
      }),
    });
    expect(
      await screen.findByText('There is no tenant for which you may ask'),
    ).toBeInTheDocument();
  });

  it.each([
    [new Error('The desk is closed'), 'This could not be loaded'],
    [new NotAllowedError('Not for you'), 'You may not see this'],
  ])('says that the kinds cannot be loaded: %s', async (error, title) => {
    renderApprovals({
      path: PATH,
      api: apiWith({ kinds: jest.fn().mockRejectedValue(error) }),
    });
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(
      screen.getByText(error.message, { exact: false }),
    ).toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    renderApprovals({ path: PATH, language: 'zh-CN' });
    await userEvent.type(await nameField(), 'billing');
    await userEvent.click(screen.getByRole('button', { name: '下一步' }));
    await step('第 3 步，共 4 步：规格');
    await userEvent.click(screen.getByRole('button', { name: '下一步' }));
    await userEvent.click(
      await screen.findByRole('button', { name: '提交申请' }),
    );
    expect(
      await screen.findByText('请至少用 5 个字说明用途'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: '申请命名空间' }),
    ).toBeInTheDocument();
  });
});
