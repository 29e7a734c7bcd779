import { ConflictError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import type { ApprovalsApi } from '@caas/plugin-approvals-react';
import { fakeApprovalsApi } from '../../__fixtures__/fakeApprovalsApi';
import { failedRequest, pendingRequest } from '../../__fixtures__/requests';
import { renderApprovals } from '../../__testUtils__/renderApprovals';

const open = (
  request: RequestDetail,
  changes: Partial<ApprovalsApi['requests']> = {},
) => {
  const api = fakeApprovalsApi([request]);
  renderApprovals({
    path: `/requests/${request.id}`,
    api: { ...api, requests: { ...api.requests, ...changes } },
  });
};
const [stage] = pendingRequest.stages;

describe('a request that somebody decides for somebody else', () => {
  it('says for whom, and who stands in for whom', async () => {
    open({
      ...pendingRequest,
      stages: [
        {
          ...stage,
          approvers: ['user:default/sun-li'],
          standIns: [
            {
              delegate: 'user:default/wang-fang',
              delegator: 'user:default/sun-li',
            },
          ],
          escalatedAt: '2026-11-20T09:00:00.000Z',
        },
      ],
      can: { ...pendingRequest.can, decideFor: 'user:default/sun-li' },
    });
    expect(await screen.findByText(/decide on behalf of/)).toHaveTextContent(
      'sun-li',
    );
    const approvers = screen.getByRole('list', { name: 'Approvers' });
    expect(approvers).toHaveTextContent('represented by wang-fang');
    expect(screen.getByText(/Overdue: more people may/)).toBeInTheDocument();
  });

  it('keeps in the timeline and at the decision who spoke for whom', async () => {
    const onBehalfOf = 'user:default/sun-li';
    const by = 'user:default/wang-fang';
    open({
      ...pendingRequest,
      stages: [
        {
          ...stage,
          decisions: [
            {
              by,
              onBehalfOf,
              verdict: 'approve',
              comment: '',
              payloadHash: 'hash',
              at: '2026-11-20T09:00:00.000Z',
            },
          ],
        },
      ],
      timeline: [
        {
          id: 'e1',
          at: '2026-11-20T09:00:00.000Z',
          by,
          onBehalfOf,
          event: 'approved',
        },
      ],
    });
    const decisions = await screen.findByRole('list', { name: 'Decisions' });
    expect(decisions).toHaveTextContent('on behalf of sun-li');
    expect(screen.getByRole('region', { name: 'Timeline' })).toHaveTextContent(
      'wang-fang on behalf of sun-li approved',
    );
  });

  it('is blocked also when too few are left', async () => {
    open({
      ...pendingRequest,
      stages: [{ ...stage, blockedAt: '2026-11-20T09:00:00.000Z' }],
    });
    expect(
      await screen.findByText('Nobody can decide this stage'),
    ).toBeInTheDocument();
  });
});

describe('what speaks for a decision', () => {
  it('is how others decided', async () => {
    open(pendingRequest);
    const section = await screen.findByRole('region', {
      name: 'Earlier decisions on similar requests',
    });
    const link = await within(section).findByRole('link', {
      name: 'Namespace life-claims-dev',
    });
    expect(link).toHaveAttribute('href', '/requests/req-0');
    expect(within(section).getByText('Rejected')).toBeInTheDocument();
    expect(within(section).getByText('规格过大')).toBeInTheDocument();
  });

  it('says that there is nothing to compare with, and offers a retry after an error', async () => {
    const similar = jest
      .fn()
      .mockRejectedValueOnce(new Error('The desk is closed'))
      .mockResolvedValue({ items: [] });
    open(pendingRequest, { similar });
    expect(await screen.findByText('The desk is closed')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('There are no similar requests yet'),
    ).toBeInTheDocument();
  });

  it('is what a revision changed', async () => {
    open({
      ...pendingRequest,
      revision: 2,
      previous: {
        revision: 1,
        payload: { ...pendingRequest.payload, cpu: '8', gpu: '1' },
      },
    });
    const section = await screen.findByRole('region', {
      name: 'Changes since revision 1',
    });
    expect(section).toHaveTextContent('cpu8 → 2gpu1');
    expect(section).not.toHaveTextContent('memory');
  });
});

describe('cancelling', () => {
  const cancelWith = async (reason: string) => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel the request' }),
    );
    const dialog = await screen.findByRole('dialog');
    if (reason) {
      await userEvent.type(
        within(dialog).getByRole('textbox', { name: 'Reason' }),
        reason,
      );
    }
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel the request' }),
    );
    return dialog;
  };

  it('asks for a reason, and tells it the desk', async () => {
    const cancel = jest.fn().mockResolvedValue(failedRequest);
    open(failedRequest, { cancel });
    const dialog = await cancelWith('');
    expect(within(dialog).getByText(/Say why/)).toBeInTheDocument();
    expect(cancel).not.toHaveBeenCalled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Reason' }),
      'Not wanted',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel the request' }),
    );
    expect(cancel).toHaveBeenCalledWith({
      id: failedRequest.id,
      comment: 'Not wanted',
    });
  });

  it("shows the owner's refusal", async () => {
    const cancel = jest
      .fn()
      .mockRejectedValue(new ConflictError('It stands already'));
    open(failedRequest, { cancel });
    const dialog = await cancelWith('Not wanted');
    expect(
      await within(dialog).findByText('It stands already'),
    ).toBeInTheDocument();
  });

  it('is offered only to those who may', async () => {
    open({ ...failedRequest, can: { ...failedRequest.can, cancel: false } });
    expect(
      await screen.findByRole('button', { name: 'Execute again' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Cancel the request' }),
    ).toBeNull();
  });

  it('says when the portal tries again by itself', async () => {
    open({
      ...failedRequest,
      execution: {
        ...failedRequest.execution!,
        retryAt: new Date(Date.now() + 60_000).toISOString(),
      },
    });
    expect(await screen.findByText(/It passes by itself/)).toBeInTheDocument();
  });
});
