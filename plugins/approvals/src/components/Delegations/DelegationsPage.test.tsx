import { ConflictError, NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ApprovalsApi } from '@caas/plugin-approvals-react';
import { myDelegation } from '../../__fixtures__/delegations';
import { fakeApprovalsApi } from '../../__fixtures__/fakeApprovalsApi';
import { renderApprovals } from '../../__testUtils__/renderApprovals';

const open = (
  changes: Partial<ApprovalsApi['delegations']> = {},
  options: { path?: string; language?: 'zh-CN' | 'en' } = {},
) => {
  const api = fakeApprovalsApi();
  renderApprovals({
    path: '/requests/delegations',
    ...options,
    api: { ...api, delegations: { ...api.delegations, ...changes } },
  });
};
const EMPTY = { items: [], totalCount: 0 };

const choosePerson = async () => {
  const field = await screen.findByRole('combobox', { name: /Delegate/ });
  await userEvent.type(field, 'li-wei');
  await userEvent.click(await screen.findByRole('option', { name: /李伟/ }));
};
const submit = () =>
  userEvent.click(screen.getByRole('button', { name: 'Delegate' }));

describe('the delegations of a person', () => {
  it('are listed with their state, and one can be revoked', async () => {
    const revoke = jest
      .fn()
      .mockResolvedValue({ ...myDelegation, state: 'revoked' });
    open({ revoke });
    const rows = await screen.findAllByRole('row');
    expect(rows[1]).toHaveTextContent('Planned');
    expect(rows[1]).toHaveTextContent('年假');
    expect(rows[2]).toHaveTextContent('Active');
    await userEvent.click(
      within(rows[1]).getByRole('button', { name: 'Revoke' }),
    );
    expect(revoke).toHaveBeenCalledWith({ id: myDelegation.id });
  });

  it('remind on the list of requests for whom the person stands in', async () => {
    open({}, { path: '/requests?view=mine' });
    const note = await screen.findByRole('note');
    expect(note).toHaveTextContent('You stand in for sun-li');
    expect(note).toHaveTextContent('Until');
  });

  it('are made for a person of the catalog, from the first day to the end of the last', async () => {
    const create = jest.fn().mockResolvedValue(myDelegation);
    open({ create });
    await choosePerson();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Reason' }),
      '年假',
    );
    await submit();
    expect(create).toHaveBeenCalledTimes(1);
    const [asked] = create.mock.calls[0];
    expect(asked).toMatchObject({
      delegate: 'user:default/li-wei',
      reason: '年假',
    });
    const days =
      (Date.parse(asked.endsAt) - Date.parse(asked.startsAt)) / 86_400_000;
    expect(Math.round(days)).toBe(7);
  });

  it('are not made while something is missing, and it says what', async () => {
    const create = jest.fn();
    open({ create });
    await screen.findByRole('combobox', { name: /Delegate/ });
    await submit();
    expect(
      await screen.findByText('Choose who stands in for you'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Say why somebody stands in for you'),
    ).toBeInTheDocument();
    expect(create).not.toHaveBeenCalled();
  });

  it("show the desk's refusal", async () => {
    open({
      create: jest.fn().mockRejectedValue(new ConflictError('He is away')),
    });
    await choosePerson();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Reason' }),
      '年假',
    );
    await submit();
    expect(await screen.findByText('He is away')).toBeInTheDocument();
  });

  it('say that there are none', async () => {
    open({ list: async () => EMPTY });
    expect(
      await screen.findByText(/Nobody stands in for you/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/You stand in for/)).toBeNull();
  });

  it('offer a retry after an error, and say when they are not for the person', async () => {
    const list = jest.fn().mockRejectedValue(new Error('The desk is closed'));
    open({ list });
    expect(await screen.findByText('The desk is closed')).toBeInTheDocument();
    list.mockRejectedValue(new NotAllowedError('Not for you'));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('speak Chinese', async () => {
    open({}, { language: 'zh-CN' });
    const rows = await screen.findAllByRole('row');
    expect(rows[2]).toHaveTextContent('生效中');
    expect(
      await screen.findByRole('button', { name: '设置代理' }),
    ).toBeInTheDocument();
  });
});
