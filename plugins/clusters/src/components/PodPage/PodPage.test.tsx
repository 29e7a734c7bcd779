import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { fakeApi } from '@caas/portal-ui/testing';
import { fakeClustersApi } from '../../__fixtures__/fakeClustersApi';
import { logLines, tell } from '../../__fixtures__/fakePodOperations';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { clustersApiRef } from '../../api';
import { clustersPlugin } from '../../plugin';

jest.setTimeout(60_000);

const ADDRESS =
  '/clusters/nonprod/namespaces/life-policy-dev/pods/claims-7d9f-q8';

function open(podOperations: object = {}, address = ADDRESS) {
  const api = {
    ...fakeClustersApi,
    pods: { ...fakeClustersApi.pods, ...podOperations },
  };
  renderTestApp({
    features: [
      clustersPlugin,
      createFrontendModule({
        pluginId: 'clusters',
        extensions: [fakeApi(clustersApiRef, api as never)],
      }),
    ],
    apis: [[tenancyApiRef, fakeTenancyApi()]],
    initialRouteEntries: [address],
  });
}
const region = async (name: string) =>
  within(await screen.findByRole('region', { name }, { timeout: 20_000 }));

describe('the page of a pod', () => {
  it('is reached from a table of pods, and shows containers, conditions and events', async () => {
    open({}, '/clusters/nonprod/namespaces/life-policy-dev');
    const pods = await region('Pods');
    await userEvent.click(
      await pods.findByRole('link', { name: /claims-7d9f-q8/ }),
    );
    const containers = await region('Containers');
    expect(
      await containers.findByText('back-off 5m0s restarting failed container'),
    ).toBeInTheDocument();
    expect(
      containers.getByText('Before: Error, exit code 1'),
    ).toBeInTheDocument();
    expect(
      await (await region('Conditions')).findByText('ContainersNotReady'),
    ).toBeInTheDocument();
    expect(
      await (await region('Events')).findByText('BackOff'),
    ).toBeInTheDocument();
  });

  it('follows the log of the container that fails, and shows lines as they come', async () => {
    let more = () => {};
    const asked: object[] = [];
    open({
      followLog: async (options: object) => {
        asked.push(options);
        return (async function* events() {
          yield { type: 'lines', lines: logLines };
          await new Promise<void>(resolve => {
            more = resolve;
          });
          yield {
            type: 'paused',
            message: { 'zh-CN': '容器反复崩溃', en: 'CrashLoopBackOff' },
          };
          await new Promise(() => {});
        })();
      },
    });
    const section = await region('Log');
    const log = await section.findByRole('log');
    await waitFor(() => expect(log).toHaveTextContent('无法连接数据库'));
    expect(log).toHaveAttribute('aria-live', 'off');
    expect(asked[0]).toMatchObject({ container: 'claims', tailLines: 1000 });
    expect(section.getByText(/new lines appear by themselves/)).toBeVisible();
    more();
    expect(
      await section.findByText(
        'Waiting for the log to go on: CrashLoopBackOff',
      ),
    ).toHaveAttribute('role', 'status');
  });

  it('finds what is searched for, and shows times when asked to', async () => {
    open();
    const section = await region('Log');
    const log = await section.findByRole('log');
    await waitFor(() => expect(log).toHaveTextContent('Starting'));
    await userEvent.type(section.getByRole('searchbox'), 'error');
    await waitFor(() => expect(log).not.toHaveTextContent('Starting'));
    expect(within(log).getByText('ERROR')).toBeInTheDocument();
    expect(section.getByText('1 line')).toBeInTheDocument();
    await userEvent.click(section.getByRole('switch', { name: 'Times' }));
    expect(log).toHaveTextContent('2026-11-21T08:00:00.3Z');
  });

  it('reads the run before the last restart, without following it', async () => {
    const asked: object[] = [];
    open({
      log: async (options: object) => {
        asked.push(options);
        return { lines: logLines.slice(0, 1), cutBy: 'lines' };
      },
    });
    const section = await region('Log');
    await userEvent.click(
      await section.findByRole('switch', { name: /Run before/ }),
    );
    expect(
      await section.findByText(/There are older lines/),
    ).toBeInTheDocument();
    expect(asked[0]).toMatchObject({ previous: true, container: 'claims' });
    expect(section.getByRole('switch', { name: 'Follow' })).not.toBeChecked();
  });

  it('says that nothing was written, why a log cannot be read, and whom to ask', async () => {
    open({ log: async () => ({ lines: [] }) });
    const section = await region('Log');
    await userEvent.click(
      await section.findByRole('switch', { name: 'Follow' }),
    );
    expect(
      await section.findByText('Nothing has been written'),
    ).toBeInTheDocument();
  });

  it('shows the rest of a pod to whoever may not read its log', async () => {
    open({
      followLog: async () => {
        throw new NotFoundError('There is no pod that you may read');
      },
    });
    const section = await region('Log');
    expect(
      await section.findByText(/Logs are for developers, operators/),
    ).toBeInTheDocument();
    expect(
      await (await region('Containers')).findByText('proxy'),
    ).toBeInTheDocument();
  });

  it('says that a log has ended, and why', async () => {
    open({
      followLog: async () =>
        tell(
          { type: 'lines', lines: logLines },
          {
            type: 'end',
            reason: 'gone',
            message: { 'zh-CN': '容器组已不存在', en: 'The pod is gone' },
          },
        ),
    });
    expect(
      await (
        await region('Log')
      ).findByText('The log has ended: The pod is gone'),
    ).toBeInTheDocument();
  });
});
