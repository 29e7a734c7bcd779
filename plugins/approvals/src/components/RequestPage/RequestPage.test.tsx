import { ConflictError, NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import { fakeApprovalsApi } from '../../__fixtures__/fakeApprovalsApi';
import { renderApprovals } from '../../__testUtils__/renderApprovals';
import {
  completedRequest,
  executingRequest,
  failedRequest,
  pendingRequest,
  returnedRequest,
} from '../../__fixtures__/requests';

const HASH = pendingRequest.payloadHash;

/** A desk that holds one request, and answers what the test says. */
function deskWith(
  request: RequestDetail,
  changes: Partial<
    Record<'get' | 'decide' | 'withdraw' | 'retry', jest.Mock>
  > = {},
) {
  const api = fakeApprovalsApi([request]);
  return { ...api, requests: { ...api.requests, ...changes } };
}

const open = (
  request: RequestDetail,
  changes: Parameters<typeof deskWith>[1] = {},
  person = 'user:default/wang-fang',
) =>
  renderApprovals({
    path: `/requests/${request.id}`,
    api: deskWith(request, changes),
    person,
  });

describe('a request', () => {
  it('shows an approver everything that they need', async () => {
    open(pendingRequest);
    expect(
      await screen.findByRole('heading', {
        name: 'Namespace life-billing-dev',
      }),
    ).toBeInTheDocument();
    expect(await screen.findByText('保费计费系统开发环境')).toBeInTheDocument();
    expect(
      await screen.findByRole('meter', { name: 'CPU of the pool' }),
    ).toBeInTheDocument();
    expect(screen.getByText(HASH)).toBeInTheDocument();
    expect(screen.getByText('nonprod-namespace @ 3f2a')).toBeInTheDocument();
    expect(screen.getByText('One approval is enough')).toBeInTheDocument();
    const approvers = screen.getByRole('list', { name: 'Approvers' });
    expect(within(approvers).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/user/wang-fang',
    );
    expect(
      screen.getByText('submitted the request', { exact: false }),
    ).toBeInTheDocument();
  });

  it('approves the payload that is on the screen', async () => {
    const decide = jest.fn().mockResolvedValue(executingRequest);
    const get = jest
      .fn()
      .mockResolvedValueOnce(pendingRequest)
      .mockResolvedValue({ ...executingRequest, id: pendingRequest.id });
    open(pendingRequest, { decide, get });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    expect(decide).toHaveBeenCalledWith({
      id: 'req-1',
      verdict: 'approve',
      comment: '',
      payloadHash: HASH,
    });
    const steps = await screen.findByRole('list', { name: 'Execution' });
    expect(within(steps).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it.each(['Reject', 'Return'])('takes a comment to %s', async name => {
    const decide = jest.fn().mockResolvedValue(returnedRequest);
    open(pendingRequest, { decide });
    await userEvent.click(await screen.findByRole('button', { name }));
    const comment = screen.getByRole('textbox', { name: 'Comment' });
    expect(comment).toHaveAccessibleDescription(
      /Write why, so that the requester can act on it/,
    );
    expect(decide).not.toHaveBeenCalled();
    await userEvent.type(comment, 'Too large');
    await userEvent.click(screen.getByRole('button', { name }));
    await waitFor(() =>
      expect(decide).toHaveBeenCalledWith({
        id: 'req-1',
        verdict: name.toLowerCase(),
        comment: 'Too large',
        payloadHash: HASH,
      }),
    );
  });

  it('keeps the comment and says why when a decision is refused', async () => {
    const decide = jest
      .fn()
      .mockRejectedValue(new ConflictError('Somebody else was quicker'));
    open(pendingRequest, { decide });
    const comment = await screen.findByRole('textbox', { name: 'Comment' });
    await userEvent.type(comment, 'Fine');
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody else was quicker',
    );
    expect(comment).toHaveValue('Fine');
  });

  it.each([
    ['user:default/li-wei', 'You made it.'],
    ['user:default/zhao-lei', 'You are not an approver of the open stage.'],
    ['user:default/wang-fang', 'The desk is closed'],
  ])('says to %s why they cannot decide', async (person, reason) => {
    const can = {
      ...pendingRequest.can,
      decide: false,
      reason: { 'zh-CN': '审批台已关闭', en: 'The desk is closed' },
    };
    open({ ...pendingRequest, can }, {}, person);
    expect(
      await screen.findByText('You cannot decide this request'),
    ).toBeInTheDocument();
    expect(screen.getByText(reason, { exact: false })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('warns when nobody can decide the open stage', async () => {
    const stages = [{ ...pendingRequest.stages[0], approvers: [] }];
    open({ ...pendingRequest, stages });
    expect(
      await screen.findByText('Nobody can decide this stage'),
    ).toBeInTheDocument();
  });

  it('shows the decisions with their comments', async () => {
    open(completedRequest);
    const decisions = await screen.findByRole('list', { name: 'Decisions' });
    expect(decisions).toHaveTextContent('wang-fang');
    expect(decisions).toHaveTextContent('Approved');
    expect(decisions).toHaveTextContent('容量充足');
  });

  it('follows the steps of an execution', async () => {
    const get = jest
      .fn()
      .mockResolvedValueOnce(executingRequest)
      .mockResolvedValue(completedRequest);
    open(executingRequest, { get });
    expect(
      await screen.findByText('2 of 5 objects are ready'),
    ).toBeInTheDocument();
    expect(await screen.findByText('2 of 2 steps done')).toBeInTheDocument();
  });

  it('says why an execution failed, and tries it again', async () => {
    const retry = jest.fn().mockResolvedValue(executingRequest);
    open(failedRequest, { retry });
    expect(
      await screen.findByText(
        "The cluster refused namespace 'life-billing-dev'",
      ),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Execute again' }),
    );
    await waitFor(() => expect(retry).toHaveBeenCalledWith({ id: 'req-3' }));
  });

  it('asks back before it withdraws', async () => {
    const withdraw = jest.fn().mockResolvedValue(returnedRequest);
    open(returnedRequest, { withdraw }, 'user:default/li-wei');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Withdraw' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(withdraw).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Withdraw' }),
    );
    await waitFor(() => expect(withdraw).toHaveBeenCalledWith({ id: 'req-4' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('leads the requester of a returned request to its revision', async () => {
    open(returnedRequest, {}, 'user:default/li-wei');
    expect(await screen.findByRole('link', { name: 'Revise' })).toHaveAttribute(
      'href',
      '/requests/req-4/revision',
    );
  });

  it.each([
    [new Error('The desk is closed'), 'This could not be loaded'],
    [new NotAllowedError('Not for you'), 'You may not see this'],
  ])('says that it cannot be loaded: %s', async (error, title) => {
    open(pendingRequest, { get: jest.fn().mockRejectedValue(error) });
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  it('says that there is no such request', async () => {
    renderApprovals({ path: '/requests/unknown' });
    expect(
      await screen.findByText(/There is no request 'unknown'/),
    ).toBeInTheDocument();
  });

  it('shows that it loads', async () => {
    open(pendingRequest, {
      get: jest.fn().mockReturnValue(new Promise(() => {})),
    });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('says in Chinese what a step waits for, and why an execution failed', async () => {
    const inChinese = (request: RequestDetail) =>
      renderApprovals({
        path: `/requests/${request.id}`,
        api: deskWith(request),
        language: 'zh-CN',
      });
    const page = inChinese(executingRequest);
    expect(
      await screen.findByText('5 个对象中 2 个已就绪'),
    ).toBeInTheDocument();
    page.unmount();
    inChinese(failedRequest);
    expect(
      await screen.findByText('集群拒绝了命名空间“life-billing-dev”'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/The cluster refused/)).toBeNull();
  });

  it('speaks Chinese', async () => {
    renderApprovals({ path: '/requests/req-1', language: 'zh-CN' });
    expect(
      await screen.findByRole('heading', {
        name: '申请命名空间 life-billing-dev',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '同意' })).toBeInTheDocument();
    expect(await screen.findByText('资源池 CPU')).toBeInTheDocument();
  });
});
