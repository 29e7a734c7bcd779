import { renderInTestApp } from '@backstage/frontend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { appInLanguage } from '../testing';
import type { Loadable } from './Loadable';
import { LoadableView } from './LoadableView';

const show = (loadable: Loadable<string[]>, options = {}) =>
  renderInTestApp(
    <LoadableView
      loadable={loadable}
      empty={{
        when: data => data.length === 0,
        title: 'No tenants yet',
        description: 'Ask for one',
      }}
    >
      {data => <p>{data.join(', ')}</p>}
    </LoadableView>,
    options,
  );

describe('LoadableView', () => {
  beforeEach(() => localStorage.clear());

  it('announces that it loads', async () => {
    show({ status: 'loading' });
    expect(await screen.findByRole('status')).toHaveTextContent('Loading');
  });

  it('shows an error with a retry', async () => {
    const retry = jest.fn();
    show({ status: 'error', error: new Error('Harbor is down'), retry });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Harbor is down',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('explains in words when no answer came at all', async () => {
    const error = new TypeError('Failed to fetch');
    show({ status: 'error', error, retry: () => {} });
    expect(
      await screen.findByText(/The portal did not answer/),
    ).toBeInTheDocument();
  });

  it.each([
    new NotFoundError("There is no tenant 'lief'"),
    Object.assign(new Error("There is no tenant 'lief'"), { status: 404 }),
  ])('says what may be the reason when it is not there: %s', async error => {
    show({ status: 'error', error, retry() {} });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Not found');
    expect(alert).toHaveTextContent("There is no tenant 'lief'");
    expect(alert).toHaveTextContent('you may not see it');
  });

  it('says whom to ask when it is denied', async () => {
    show({ status: 'denied', error: new Error('Only auditors read this') });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Only auditors read this');
    expect(alert).toHaveTextContent('Ask the administrator of your tenant');
  });

  it('names the next step when there is nothing', async () => {
    show({ status: 'data', data: [], retry() {}, isRefreshing: false });
    expect(await screen.findByText('No tenants yet')).toBeInTheDocument();
    expect(screen.getByText('Ask for one')).toBeInTheDocument();
  });

  it('shows the data, and says when it may be out of date', async () => {
    show({
      status: 'data',
      data: ['life', 'property'],
      retry() {},
      isRefreshing: false,
      refreshError: new Error('down'),
    });
    expect(await screen.findByText('life, property')).toBeInTheDocument();
    expect(
      screen.getByText('What you see may be out of date'),
    ).toBeInTheDocument();
  });

  it('says the Chinese sentence of an error to who reads Chinese', async () => {
    const error = withChinese(new Error('Harbor is down'), 'Harbor 不可用');
    show({ status: 'error', error, retry() {} }, appInLanguage('zh-CN'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Harbor 不可用');
    expect(screen.queryByText('Harbor is down')).not.toBeInTheDocument();
  });

  it('says the English one to everybody else', async () => {
    const error = withChinese(new Error('Harbor is down'), 'Harbor 不可用');
    show({ status: 'error', error, retry() {} });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Harbor is down',
    );
  });

  it('speaks Chinese', async () => {
    show(
      { status: 'denied', error: new Error('只有审计员可以查看') },
      appInLanguage('zh-CN'),
    );
    expect(await screen.findByText('您没有权限查看')).toBeInTheDocument();
  });
});
