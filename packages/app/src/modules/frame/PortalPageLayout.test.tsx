import { renderInTestApp } from '@backstage/frontend-test-utils';
import { appInLanguage } from '@caas/portal-ui/testing';
import { screen } from '@testing-library/react';
import { PortalNotFoundPage } from './PortalNotFoundPage';
import { PortalPageLayout } from './PortalPageLayout';

describe('PortalPageLayout', () => {
  beforeEach(() => localStorage.clear());

  it('says the titles of stock pages and tabs in the language of the person', async () => {
    renderInTestApp(
      <PortalPageLayout
        title="Create"
        tabs={[
          { id: 'templates', label: 'Templates', href: 'templates' },
          { id: 'own', label: '我们自己的', href: 'own' },
        ]}
      >
        <p>content</p>
      </PortalPageLayout>,
      appInLanguage('zh-CN'),
    );
    expect(await screen.findByRole('tab', { name: '模板' })).toHaveAttribute(
      'href',
      '/templates',
    );
    expect(screen.getByRole('tab', { name: '我们自己的' })).toBeInTheDocument();
    expect(screen.getAllByText('创建').length).toBeGreaterThan(0);
    expect(screen.getByText('content')).toBeInTheDocument();
  });

  it('stays out of the way of pages that bring their own header', async () => {
    renderInTestApp(
      <PortalPageLayout title="Create" noHeader>
        <p>content</p>
      </PortalPageLayout>,
    );
    expect(await screen.findByText('content')).toBeInTheDocument();
    expect(screen.queryByText('Create')).not.toBeInTheDocument();
  });
});

describe('PortalNotFoundPage', () => {
  it('leads home', async () => {
    renderInTestApp(<PortalNotFoundPage />);
    expect(await screen.findByRole('link', { name: 'Home' })).toHaveAttribute(
      'href',
      '/',
    );
  });
});
