import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import {
  appLanguageApiRef,
  storageApiRef,
} from '@backstage/frontend-plugin-api';
import { act, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { VisitRecorder } from './VisitRecorder';
import { useVisits } from './useVisits';

const appLanguageApi = {
  getLanguage: () => ({ language: 'zh-CN' }),
  language$: () => ({ subscribe: () => ({ unsubscribe: () => {} }) }),
};

function Visits() {
  const visits = useVisits();
  return <p>{JSON.stringify(visits.status === 'data' && visits.data)}</p>;
}

function open(pathname: string, page = <h1>保单服务</h1>) {
  const storage = mockApis.storage();
  render(
    <TestApiProvider
      apis={[
        [storageApiRef, storage],
        [appLanguageApiRef, appLanguageApi as never],
      ]}
    >
      <MemoryRouter initialEntries={[pathname]}>
        <VisitRecorder>
          <main>{page}</main>
          <Visits />
        </VisitRecorder>
      </MemoryRouter>
    </TestApiProvider>,
  );
}

const stay = (milliseconds: number) =>
  act(() => jest.advanceTimersByTimeAsync(milliseconds));

describe('VisitRecorder', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    document.querySelector('body > h1')?.remove();
  });

  it('remembers the heading of a page that the person stays on', async () => {
    open('/catalog/default/component/policy/api');
    await stay(1000);
    expect(screen.queryByText(/保单服务.*at/)).not.toBeInTheDocument();
    await stay(1500);
    expect(
      screen.getByText(
        /"href":"\/catalog\/default\/component\/policy","kind":"component","titles":\{"zh-CN":"保单服务"\}/,
      ),
    ).toBeInTheDocument();
  });

  it('remembers the name of an entity, whose page is headed by the catalog', async () => {
    document.body.insertAdjacentHTML('afterbegin', '<h1>服务目录</h1>');
    open(
      '/catalog/default/component/policy',
      <h2 className="bui-HeaderTitle">保单服务</h2>,
    );
    await stay(2500);
    expect(
      screen.getByText(/"titles":\{"zh-CN":"保单服务"\}/),
    ).toBeInTheDocument();
  });

  it('remembers no list, and no page that could not be shown', async () => {
    open('/catalog');
    await stay(3000);
    open(
      '/tenants/none',
      <>
        <h1>none</h1>
        <p role="alert">There is no tenant</p>
      </>,
    );
    await stay(3000);
    expect(screen.queryByText(/href/)).not.toBeInTheDocument();
  });
});
