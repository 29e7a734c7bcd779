import { InputError, NotAllowedError } from '@backstage/errors';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ApprovalsApi } from '@caas/plugin-approvals-react';
import { fakeApprovalsApi } from '../../__fixtures__/fakeApprovalsApi';
import { fakeTenancyApi } from '../../__fixtures__/fakeTenancyApi';
import { renderApprovals } from '../../__testUtils__/renderApprovals';
import { evidence, pendingRequest } from '../../__fixtures__/requests';

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

const fillIn = async () => {
  await userEvent.type(
    await screen.findByRole('textbox', { name: /name/ }),
    'billing',
  );
  await userEvent.type(
    screen.getByRole('textbox', { name: /Purpose/ }),
    'Billing of the core system',
  );
};
const submitForm = () =>
  userEvent.click(screen.getByRole('button', { name: 'Submit' }));

describe('a new request', () => {
  it('chooses the only kind and the only tenant, submits once, and leads to the request', async () => {
    const submit = jest.fn().mockResolvedValue(pendingRequest);
    renderApprovals({ path: PATH, api: apiWith({ submit }) });
    await fillIn();
    await userEvent.dblClick(screen.getByRole('button', { name: 'Submit' }));
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
      purpose: 'Billing of the core system',
      idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('shows what the approver will see while the person types', async () => {
    const preview = jest.fn().mockResolvedValue({ evidence });
    renderApprovals({ path: PATH, api: apiWith({ preview }) });
    expect(await screen.findByText(/Fill in the form/)).toBeInTheDocument();
    await fillIn();
    expect(
      await screen.findByRole('meter', { name: 'CPU of the pool' }),
    ).toHaveAttribute(
      'aria-valuetext',
      'Used 6 cores of 16 cores · requested 2 cores · left 8 cores',
    );
    expect(preview).toHaveBeenLastCalledWith(
      {
        kind: 'namespace.create',
        tenant: 'life',
        payload: { name: 'billing', cpu: '2' },
      },
      { signal: expect.anything() },
    );
    await userEvent.click(
      screen.getByRole('button', { name: /2 objects that will be created/ }),
    );
    expect(screen.getByRole('region', { name: /2 objects/ })).toHaveTextContent(
      'kind: Namespace metadata: name: life-billing-dev --- apiVersion: v1 kind: ResourceQuota',
    );
  });

  it('sends nothing that is incomplete, and goes to the first field with a problem', async () => {
    const submit = jest.fn();
    renderApprovals({ path: PATH, api: apiWith({ submit }) });
    const name = await screen.findByRole('textbox', { name: /name/ });
    await submitForm();
    expect(await screen.findByText('Give it a name')).toBeInTheDocument();
    expect(
      screen.getByText('Say in at least 5 characters what it is for'),
    ).toBeInTheDocument();
    await waitFor(() => expect(name).toHaveFocus());
    expect(name).toHaveAccessibleDescription('Give it a name');
    expect(submit).not.toHaveBeenCalled();
  });

  it("lands the server's sentences at their fields, keeps what was typed, and submits again with the same key", async () => {
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
    expect(screen.getByText('Name the project')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('disk: Too small');
    expect(screen.getByRole('textbox', { name: /name/ })).toHaveValue(
      'billing',
    );
    await userEvent.type(cpu, '0');
    expect(screen.queryByText('The pool has 1 core left')).toBeNull();
    await submitForm();
    await waitFor(() => expect(submit).toHaveBeenCalledTimes(2));
    expect(submit.mock.calls[1][0].idempotencyKey).toBe(
      submit.mock.calls[0][0].idempotencyKey,
    );
  });

  it('gives up the preview when the form is sent, which would find the request itself in the way', async () => {
    const never = () => new Promise<never>(() => {});
    const preview = jest.fn(never);
    renderApprovals({
      path: PATH,
      api: apiWith({ preview, submit: jest.fn(never) }),
    });
    await fillIn();
    await waitFor(() => expect(preview).toHaveBeenCalled());
    await submitForm();
    const signals = preview.mock.calls.map(
      ([, options]: unknown[]) => (options as { signal: AbortSignal }).signal,
    );
    await waitFor(() =>
      expect(signals.every(({ aborted }) => aborted)).toBe(true),
    );
  });

  it('lands what the preview finds at its field', async () => {
    const preview = jest
      .fn()
      .mockRejectedValue(new InputError('name: It is taken'));
    renderApprovals({ path: PATH, api: apiWith({ preview }) });
    await fillIn();
    await waitFor(() =>
      expect(
        screen.getByRole('textbox', { name: /name/ }),
      ).toHaveAccessibleDescription('It is taken'),
    );
  });

  it('lets the person choose when there are several kinds', async () => {
    const [kind] = (await fakeApprovalsApi().kinds.list({})).items;
    renderApprovals({
      path: `${PATH}?kind=unknown.kind`,
      api: apiWith({
        kinds: jest.fn().mockResolvedValue({
          items: [kind, { ...kind, kind: 'middleware.create' }],
        }),
      }),
    });
    // Only one of the two has a form.
    expect(
      await screen.findByRole('heading', { name: 'Apply for a namespace' }),
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
        user: 'user:default/liu-yang',
        platformRoles: ['auditor'],
        tenants: [],
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
