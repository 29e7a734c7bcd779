import { NotAllowedError } from '@backstage/errors';
import { type ReactElement } from 'react';
import { renderTestApp } from '@backstage/frontend-test-utils';
import type { Loadable } from '@caas/portal-ui';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { summarizeEntity } from './entitySummary';
import {
  endingNamespace,
  policyService,
  request,
} from './__fixtures__/homeData';
import { homeWith, targets } from './__fixtures__/pages';
import { LeasesPanel } from './LeasesPanel';
import { MyEntitiesPanel } from './MyEntitiesPanel';
import { RequestsPanel } from './RequestsPanel';
import { StarredPanel } from './StarredPanel';
import { TenantUsePanel } from './TenantUsePanel';
import { VisitsPanel } from './VisitsPanel';

/** Each panel with what it shows when there is nothing, and when there is something. */
type Case = {
  title: string;
  draw(loadable: Loadable<never>): ReactElement;
  none: unknown;
  emptyTitle: string;
  /** The next step, where the person can take one by themselves. */
  nextStep?: string;
  some?: unknown;
  link?: string;
  /** A panel of the person's own settings is never refused. */
  isNeverDenied?: true;
};

const summary = summarizeEntity(policyService);
const visit = {
  href: '/docs/default/system/core',
  kind: 'docs',
  titles: { 'zh-CN': '保单核心' },
  at: '2026-11-21T07:00:00Z',
};

const cases: Case[] = [
  {
    title: 'Waiting for my decision',
    draw: loadable => (
      <RequestsPanel
        view="to-decide"
        requests={loadable}
        tenantName={code => code}
      />
    ),
    none: { items: [], totalCount: 0 },
    emptyTitle: 'Nothing waits for your decision',
    some: { items: [request], totalCount: 1 },
    link: 'Namespace life-policy-dev',
  },
  {
    title: 'My requests',
    draw: loadable => (
      <RequestsPanel
        view="mine"
        requests={loadable}
        tenantName={code => code}
      />
    ),
    none: { items: [], totalCount: 0 },
    emptyTitle: 'You have not asked for anything yet',
    nextStep: 'Apply now',
    some: { items: [request], totalCount: 1 },
    link: 'Namespace life-policy-dev',
  },
  {
    title: "My tenants' use",
    draw: loadable => <TenantUsePanel tenants={loadable} />,
    none: [],
    emptyTitle: 'You do not belong to a tenant yet',
  },
  {
    title: 'Leases that end soon',
    draw: loadable => (
      <LeasesPanel leases={loadable} tenantName={code => code} />
    ),
    none: [],
    emptyTitle: 'No lease ends in the next two weeks',
    nextStep: 'Look at my tenants',
    some: [endingNamespace],
    link: 'Renew the lease of life-policy-dev',
  },
  {
    title: 'My services and more',
    draw: loadable => <MyEntitiesPanel entities={loadable} />,
    none: { items: [], totalCount: 0, countByKind: {} },
    emptyTitle: 'Nothing belongs to you or your groups yet',
    nextStep: 'Create a service',
    some: { items: [summary], totalCount: 101 },
    link: 'Policy service',
  },
  {
    title: 'Starred',
    draw: loadable => <StarredPanel starred={loadable} />,
    none: [],
    emptyTitle: 'You have not starred anything yet',
    nextStep: 'Find something to star',
    some: [summary],
    link: 'Policy service',
  },
  {
    title: 'Recently visited',
    draw: loadable => <VisitsPanel visits={loadable} />,
    none: [],
    emptyTitle: 'You have not looked at anything yet',
    nextStep: 'Look around',
    some: [visit],
    link: '保单核心',
    isNeverDenied: true,
  },
];

async function open({ draw, title }: Case, loadable: Loadable<unknown>) {
  renderTestApp({
    features: [homeWith(draw(loadable as Loadable<never>)), ...targets],
  });
  return within(await screen.findByRole('region', { name: title }));
}

const data = (value: unknown): Loadable<unknown> => ({
  status: 'data',
  data: value,
  retry: () => {},
  isRefreshing: false,
});

describe.each(cases.map(one => [one.title, one] as const))(
  'panel "%s"',
  (_, one) => {
    it('says that it loads', async () => {
      const panel = await open(one, { status: 'loading' });
      expect(panel.getByRole('status')).toHaveTextContent('Loading');
    });

    it('says why it failed, and tries again', async () => {
      const retry = jest.fn();
      const error = new Error('The line is cut');
      const panel = await open(one, { status: 'error', error, retry });
      expect(panel.getByRole('alert')).toHaveTextContent('The line is cut');
      await userEvent.click(panel.getByRole('button', { name: 'Try again' }));
      expect(retry).toHaveBeenCalled();
    });

    if (!one.isNeverDenied) {
      it('says that it is refused, and whom to ask', async () => {
        const error = new NotAllowedError('Not yours');
        const panel = await open(one, { status: 'denied', error });
        expect(panel.getByRole('alert')).toHaveTextContent(
          /Ask .*administrator/,
        );
      });
    }

    it('says that there is nothing', async () => {
      const panel = await open(one, data(one.none));
      expect(panel.getByText(one.emptyTitle)).toBeInTheDocument();
    });

    if (one.nextStep) {
      it('names the next step when there is nothing', async () => {
        const panel = await open(one, data(one.none));
        expect(panel.getByRole('link', { name: one.nextStep })).toHaveAttribute(
          'href',
        );
      });
    }

    if (one.link) {
      it('shows what there is', async () => {
        const panel = await open(one, data(one.some));
        expect(panel.getByRole('link', { name: one.link })).toHaveAttribute(
          'href',
        );
      });
    }
  },
);
