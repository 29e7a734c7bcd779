import { SidebarPinStateProvider } from '@backstage/core-components';
import {
  createApiMock,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import {
  notificationsApiRef,
  notificationsPlugin,
} from '@backstage/plugin-notifications';
import { appInLanguage } from '@caas/portal-ui/testing';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { navItem, navItemsOf } from './navItems.testing';
import { PortalSidebar } from './PortalSidebar';

const notificationsApi = createApiMock(
  notificationsApiRef,
  () =>
    ({
      getStatus: jest.fn().mockResolvedValue({ unread: 3, read: 0 }),
    }) as never,
);

const items = [
  navItem('home'),
  navItem('approvals'),
  navItem('catalog'),
  navItem('clusters'),
  navItem('audit'),
  navItem('lunch', 'Lunch'),
];

function show(
  state: { isPinned?: boolean; isMobile?: boolean; toggle?(): void } = {},
  language: 'zh-CN' | 'en' = 'en',
) {
  renderInTestApp(
    <SidebarPinStateProvider
      value={{
        isPinned: state.isPinned ?? true,
        isMobile: state.isMobile ?? false,
        toggleSidebarPinState: state.toggle ?? (() => {}),
      }}
    >
      <PortalSidebar items={[]} navItems={navItemsOf(items)} />
      <main>content</main>
    </SidebarPinStateProvider>,
    {
      ...appInLanguage(language),
      mountedRoutes: { '/notifications': notificationsPlugin.routes.root },
      apis: [
        notificationsApi(),
        mockApis.permission(),
        mockApis.identity({
          userEntityRef: 'user:default/li-wei',
          displayName: '李伟',
        }),
      ],
      initialRouteEntries: ['/catalog/default/component/policy'],
    },
  );
}

// jsdom draws no modal dialogs.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

const group = (name: string) =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('link')
    .map(link => link.textContent?.trim());

describe('PortalSidebar', () => {
  beforeEach(() => localStorage.clear());

  it('shows pages in groups with headings, and says which page is shown', async () => {
    show();
    const bar = await screen.findByRole('navigation', {
      name: 'Main navigation',
    });
    await within(bar).findByRole('heading', { name: 'Governance' });
    expect(
      within(bar)
        .getAllByRole('heading')
        .map(heading => heading.textContent),
    ).toEqual(['Workbench', 'Develop', 'Resources', 'Governance', 'More']);
    expect(group('Workbench')).toEqual(['Home', 'Requests']);
    expect(group('More')).toEqual(['Lunch']);
    expect(screen.getByRole('link', { name: 'Catalog' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(screen.getByRole('link', { name: 'Home' })).not.toHaveAttribute(
      'aria-current',
    );
  });

  it('speaks Chinese, the name of the portal and of the person included', async () => {
    show({}, 'zh-CN');
    expect(
      await screen.findByRole('link', { name: '容器云门户' }),
    ).toHaveAttribute('href', '/');
    expect(
      await screen.findByRole('heading', { name: '治理' }),
    ).toBeInTheDocument();
    expect(group('开发')).toEqual(['服务目录']);
    expect(
      await screen.findByRole('link', { name: '李伟 设置' }),
    ).toHaveAttribute('href', '/settings');
  });

  it('counts unread notifications in the name of their link', async () => {
    show();
    expect(
      await screen.findByRole('link', { name: 'Notifications 3' }),
    ).toHaveAttribute('href', '/notifications');
  });

  it('keeps names when it is collapsed, and unfolds again', async () => {
    const toggle = jest.fn();
    show({ isPinned: false, toggle });
    expect(
      await screen.findByRole('link', { name: 'Clusters' }),
    ).toHaveAttribute('title', 'Clusters');
    const unfold = screen.getByRole('button', { name: 'Expand the sidebar' });
    expect(unfold).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(unfold);
    expect(toggle).toHaveBeenCalled();
  });

  it('leads past itself with the keyboard', async () => {
    show();
    const skip = await screen.findByRole('button', { name: 'Skip to content' });
    await userEvent.tab();
    expect(skip).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('opens a menu with the groups on a narrow screen', async () => {
    show({ isMobile: true });
    const open = await screen.findByRole('button', { name: 'Menu' });
    expect(
      screen.queryByRole('link', { name: 'Clusters' }),
    ).not.toBeInTheDocument();
    await userEvent.click(open);
    const menu = await screen.findByRole('dialog', { name: 'Menu' });
    expect(
      within(menu).getByRole('link', { name: 'Clusters' }),
    ).toHaveAttribute('href', '/clusters');
    await userEvent.click(
      within(menu).getByRole('button', { name: 'Close the menu' }),
    );
    expect(
      screen.queryByRole('link', { name: 'Clusters' }),
    ).not.toBeInTheDocument();
  });
});
