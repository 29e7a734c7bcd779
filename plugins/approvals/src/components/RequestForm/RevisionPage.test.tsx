import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApprovalsApi } from '../../__fixtures__/fakeApprovalsApi';
import { renderApprovals } from '../../__testUtils__/renderApprovals';
import { pendingRequest, returnedRequest } from '../../__fixtures__/requests';

const next = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Next' }));

beforeEach(() => window.sessionStorage.clear());

describe('the revision of a request', () => {
  it('starts with what was asked for, says why it was returned, and sends the new payload', async () => {
    const api = fakeApprovalsApi([returnedRequest]);
    const revise = jest.fn().mockResolvedValue(pendingRequest);
    const ask = jest.fn(api.requests.preview);
    renderApprovals({
      path: '/requests/req-4/revision',
      api: { ...api, requests: { ...api.requests, revise, preview: ask } },
      person: 'user:default/li-wei',
    });
    expect(await screen.findByText('请缩小规格')).toBeInTheDocument();
    await next();
    const cpu = await screen.findByRole('textbox', { name: 'cpu' });
    expect(cpu).toHaveValue('2');
    await userEvent.clear(cpu);
    await userEvent.type(cpu, '1');
    await next();
    // The server must not find the request in its own way.
    await waitFor(() =>
      expect(ask).toHaveBeenLastCalledWith(
        expect.objectContaining({ revises: 'req-4' }),
        expect.anything(),
      ),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Submit the revision' }),
    );
    await waitFor(() =>
      expect(revise).toHaveBeenCalledWith({
        id: 'req-4',
        // What the owner had added to the form's fields is the owner's to add again.
        payload: { name: 'billing', cpu: '1' },
        purpose: returnedRequest.purpose,
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'Revise' }),
    ).toBeInTheDocument();
  });

  it('is refused for a request that was not returned', async () => {
    renderApprovals({ path: '/requests/req-1/revision' });
    expect(
      await screen.findByText('This request cannot be revised'),
    ).toBeInTheDocument();
  });
});
