import { InputError, NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { withChinese } from '@caas/contract';
import type { ApprovalsApi } from '@caas/plugin-approvals-react';
import { fakeApprovalsApi } from '../../__fixtures__/fakeApprovalsApi';
import { dryRun, policy } from '../../__fixtures__/policies';
import { renderApprovals } from '../../__testUtils__/renderApprovals';

const open = (
  changes: Partial<ApprovalsApi['policies']> = {},
  language: 'zh-CN' | 'en' = 'en',
) => {
  const api = fakeApprovalsApi();
  renderApprovals({
    path: '/requests/policy',
    api: { ...api, policies: { ...api.policies, ...changes } },
    language,
  });
};
const tryIt = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Try it' }));

describe('the policy', () => {
  it('shows the rules in force, with version and file', async () => {
    open();
    expect(await screen.findByText(policy.version)).toBeInTheDocument();
    expect(screen.getByText(policy.file)).toBeInTheDocument();
    expect(screen.getByText("kind == 'namespace.create'")).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what is wrong with the file, and where, while the old rules hold', async () => {
    open({
      get: async () => ({
        ...policy,
        problem: {
          message: { 'zh-CN': '不能编译', en: 'does not compile' },
          line: 3,
          column: 11,
        },
      }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Line 3, column 11: does not compile',
    );
  });

  it('tries the edited text, and shows what would change', async () => {
    const run = jest.fn().mockResolvedValue(dryRun);
    open({ dryRun: run });
    const editor = await screen.findByRole('textbox', { name: /Rules/ });
    await userEvent.type(editor, '# smaller');
    await tryIt();
    expect(run).toHaveBeenCalledWith({
      text: `${policy.text}# smaller`,
      limit: 100,
    });
    expect(
      await screen.findByText('1 of 40 requests would get other stages'),
    ).toBeInTheDocument();
    const table = await screen.findByRole('grid', {
      name: 'What would change',
    });
    expect(table).toHaveTextContent('Tenant administrator');
    expect(table).toHaveTextContent('Approved automatically');
    expect(within(table).getByText('small')).toBeInTheDocument();
  });

  it('shows where the edited text is wrong, and keeps it', async () => {
    open({
      dryRun: jest
        .fn()
        .mockRejectedValue(new InputError('policy:3:11: does not compile')),
    });
    await tryIt();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Line 3, column 11: does not compile',
    );
    const editor = screen.getByRole('textbox', { name: /Rules/ });
    expect(editor).toHaveValue(policy.text);
    expect(editor).toBeInvalid();
    expect(editor).toHaveFocus();
    // It is said of this text, and not of one that may be right.
    await userEvent.type(editor, ' ');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(editor).toBeValid();
  });

  it('says why it could not be tried, where no line is to blame', async () => {
    open({
      dryRun: jest.fn().mockRejectedValue(new Error('The desk is closed')),
    });
    await tryIt();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The desk is closed',
    );
  });

  it('says that nothing would change, and that there is no rule', async () => {
    open({
      get: async () => ({ ...policy, rules: [] }),
      dryRun: async () => ({ ...dryRun, differences: [] }),
    });
    expect(await screen.findByText(/There is no rule/)).toBeInTheDocument();
    await tryIt();
    expect(
      await screen.findByText('0 of 40 requests would get other stages'),
    ).toBeInTheDocument();
  });

  it('loads, fails with a retry, and is denied', async () => {
    const get = jest
      .fn()
      .mockRejectedValueOnce(new Error('The desk is closed'))
      .mockRejectedValueOnce(new NotAllowedError('Not for you'));
    open({ get });
    expect(await screen.findByText('The desk is closed')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('speaks Chinese, also of what is wrong with the file, with the edited text, and with a rule', async () => {
    const [difference] = dryRun.differences;
    const failure = { 'zh-CN': '规则无法求值', en: 'It has no answer' };
    open(
      {
        get: async () => ({
          ...policy,
          problem: {
            message: { 'zh-CN': '这不是 YAML', en: 'this is not YAML' },
            line: 3,
            column: 11,
          },
        }),
        dryRun: jest
          .fn()
          .mockRejectedValueOnce(
            withChinese(
              new InputError('policy:3:11: does not compile'),
              'policy:3:11: 不能编译',
            ),
          )
          .mockResolvedValue({
            ...dryRun,
            differences: [
              { ...difference, after: { ...difference.after, failure } },
            ],
          }),
      },
      'zh-CN',
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /第 3 行.*第 11 列.*这不是 YAML/,
    );
    await userEvent.click(screen.getByRole('button', { name: '试运行' }));
    expect(
      await screen.findByText(/第 3 行.*第 11 列.*不能编译/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '试运行' }));
    expect(await screen.findByText('规则无法求值')).toBeInTheDocument();
  });
});
