import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApprovalsApi } from '../../__fixtures__/fakeApprovalsApi';
import { pendingRequest } from '../../__fixtures__/requests';
import { renderApprovals } from '../../__testUtils__/renderApprovals';

const open = (comment: jest.Mock, language: 'zh-CN' | 'en' = 'en') => {
  const api = fakeApprovalsApi();
  renderApprovals({
    path: `/requests/${pendingRequest.id}`,
    api: { ...api, requests: { ...api.requests, comment } },
    language,
  });
};
const say = async (text: string) => {
  const field = await screen.findByRole('textbox', {
    name: 'Say something',
  });
  if (text) await userEvent.type(field, text);
  await userEvent.click(
    screen.getByRole('button', { name: 'Add the comment' }),
  );
  return field;
};

describe('a comment', () => {
  it('is sent, and the field is empty again', async () => {
    const comment = jest.fn().mockResolvedValue(pendingRequest);
    open(comment);
    const field = await say(' Why so many? ');
    expect(comment).toHaveBeenCalledWith({
      id: pendingRequest.id,
      comment: 'Why so many?',
      idempotencyKey: expect.any(String),
    });
    expect(field).toHaveValue('');
  });

  it('must say something', async () => {
    const comment = jest.fn();
    open(comment);
    await say('');
    expect(
      await screen.findByText('Write a comment first'),
    ).toBeInTheDocument();
    expect(comment).not.toHaveBeenCalled();
  });

  it('stays in the field when it failed, and is the same comment when it is sent again', async () => {
    const comment = jest
      .fn()
      .mockRejectedValueOnce(new Error('The desk is closed'))
      .mockResolvedValue(pendingRequest);
    open(comment);
    const field = await say('Why?');
    expect(await screen.findByText('The desk is closed')).toBeInTheDocument();
    expect(field).toHaveValue('Why?');
    await say('');
    const keys = comment.mock.calls.map(
      ([{ idempotencyKey }]) => idempotencyKey,
    );
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('speaks Chinese', async () => {
    open(jest.fn(), 'zh-CN');
    expect(
      await screen.findByRole('button', { name: '发表评论' }),
    ).toBeInTheDocument();
  });
});
