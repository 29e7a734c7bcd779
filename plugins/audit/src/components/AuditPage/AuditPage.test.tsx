import { NotAllowedError } from '@backstage/errors';
import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AuditEvent } from '@caas/plugin-audit-common';
import { auditEvents } from '../../__fixtures__/auditEvents';
import { auditApiRef } from '../../api';
import type { AuditFilter } from '../../auditFilter';
import { auditPlugin } from '../../plugin';
import { AuditPage } from './AuditPage';

type Query = AuditFilter & { limit: number; offset: number; to?: string };

// People are links into the catalog.
const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

function show(
  list: (query: Query) => Promise<{ items: AuditEvent[]; totalCount: number }>,
  address = '/audit',
) {
  renderInTestApp(<AuditPage />, {
    apis: [[auditApiRef, { events: { list } } as never]],
    initialRouteEntries: [address],
    mountedRoutes,
  });
}

const everything = async () => ({ items: auditEvents, totalCount: 2 });

describe('AuditPage', () => {
  it('says who did what and how it ended', async () => {
    show(everything);
    const header = await screen.findByRole('rowheader', {
      name: /request-decide/,
    });
    const row = header.closest('[role="row"]');
    expect(row).toHaveTextContent('approvals');
    expect(row).toHaveTextContent('Failed');
    expect(row).toHaveTextContent('High');
    expect(row).toHaveTextContent('127.0.0.1');
    expect(row).toHaveTextContent('li-wei');
    expect(screen.getByText('plugin:tenancy')).toBeInTheDocument();
  });

  it('shows everything that was recorded about an event', async () => {
    show(everything);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Details of request-decide' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(
      'Only an approver of the open stage decides',
    );
    expect(dialog).toHaveTextContent('tenantlife');
    expect(dialog).toHaveTextContent('"kind": "Namespace"');
    // The dialog of Backstage UI has a cross of its own, which is called the same in English.
    const [, close] = within(dialog).getAllByRole('button', { name: 'Close' });
    await userEvent.click(close);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('asks the server for what the person filters by, beginning with the address', async () => {
    const asked: Query[] = [];
    show(async query => {
      asked.push(query);
      return { items: [], totalCount: 0 };
    }, '/audit?outcome=failed');
    expect(await screen.findByText('No audit events')).toBeInTheDocument();
    expect(asked.at(-1)).toMatchObject({ outcome: 'failed', offset: 0 });

    await userEvent.type(
      screen.getByRole('textbox', { name: 'Who' }),
      'user:default/li-wei',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Filter' }));
    await waitFor(() =>
      expect(asked.at(-1)).toMatchObject({
        actor: 'user:default/li-wei',
        outcome: 'failed',
      }),
    );

    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    await waitFor(() => {
      expect(asked.at(-1)?.actor).toBeUndefined();
      expect(asked.at(-1)?.outcome).toBeUndefined();
    });
    expect(screen.getByRole('textbox', { name: 'Who' })).toHaveValue('');
  });

  it('shows the tenant that a link narrows it to, and takes that away', async () => {
    const asked: Query[] = [];
    show(async query => {
      asked.push(query);
      return everything();
    }, '/audit?tenant=life&outcome=failed');
    expect(await screen.findByRole('textbox', { name: 'Tenant' })).toHaveValue(
      'life',
    );
    await waitFor(() =>
      expect(asked.at(-1)).toMatchObject({
        tenant: 'life',
        outcome: 'failed',
      }),
    );
    const active = screen.getByRole('list', { name: 'Filters in force' });
    expect(active).toHaveTextContent('Tenant: life');

    await userEvent.click(
      screen.getByRole('button', { name: 'Remove the filter Tenant' }),
    );
    await waitFor(() => {
      expect(asked.at(-1)?.tenant).toBeUndefined();
      expect(asked.at(-1)?.outcome).toBe('failed');
    });
    expect(screen.queryByText('Tenant: life')).not.toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Tenant' })).toHaveValue('');
  });

  it('turns the pages of one list, whatever arrives meanwhile', async () => {
    const asked: Query[] = [];
    show(async query => {
      asked.push(query);
      return { items: auditEvents, totalCount: 40 };
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[0].to).toBeUndefined();
    expect(asked[1]).toMatchObject({
      offset: 20,
      to: '2026-11-21T08:00:00.001Z',
    });
  });

  it('announces that it loads', async () => {
    show(() => new Promise(() => {}));
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('offers a retry when the trail cannot be read', async () => {
    let isDown = true;
    show(async () => {
      if (isDown) throw new Error('database is locked');
      return everything();
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'database is locked',
    );
    isDown = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('rowheader', { name: /request-decide/ }),
    ).toBeInTheDocument();
  });

  it('says whom to ask when the person may not read the trail', async () => {
    show(async () => {
      throw new NotAllowedError('You may not read the audit trail');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Ask the platform administrators for the role of auditor',
    );
  });
});

describe('auditPlugin', () => {
  it('serves its page at /audit', async () => {
    const page = createExtensionTester(auditPlugin.getExtension('page:audit'));
    expect(page.get(coreExtensionData.routePath)).toBe('/audit');
    renderInTestApp(page.reactElement(), {
      apis: [[auditApiRef, { events: { list: everything } } as never]],
      mountedRoutes,
    });
    expect(
      await screen.findByRole('heading', { name: 'Audit' }),
    ).toBeInTheDocument();
  });
});
