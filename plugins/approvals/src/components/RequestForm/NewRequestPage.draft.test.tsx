import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { demoKinds } from '../../__fixtures__/demoKind';
import { fakeApprovalsApi } from '../../__fixtures__/fakeApprovalsApi';
import { renderApprovals } from '../../__testUtils__/renderApprovals';

const PATH = '/requests/new';

const nameField = () => screen.findByRole('textbox', { name: 'name' });
const click = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

const liWei = (codes: string[]) =>
  fakeTenancyApi({
    memberships: {
      user: 'user:default/li-wei',
      platformRoles: [],
      tenants: codes.map(code => ({
        code,
        name: code,
        nameEn: code,
        roles: ['developer' as const],
        permissions: [],
      })),
    },
  });

beforeEach(() => window.sessionStorage.clear());

describe('the choice of a kind and a tenant', () => {
  const openChoice = (search = '') => {
    const api = fakeApprovalsApi();
    renderApprovals({
      path: `${PATH}${search}`,
      api: {
        ...api,
        kinds: { list: async () => ({ items: demoKinds }) },
      },
      tenancyApi: liWei(['life', 'property']),
    });
  };
  const apply = () =>
    screen.findByRole('radio', { name: 'Apply for a namespace' });

  const tenant = () => screen.findByRole('button', { name: /Tenant/ });
  const chooseLife = async () => {
    await userEvent.click(await tenant());
    await userEvent.click(await screen.findByRole('option', { name: /life/ }));
  };

  it('needs both, and goes to the first that is missing', async () => {
    openChoice('?kind=unknown.kind&tenant=foreign');
    expect(await apply()).not.toBeChecked();
    await click('Next');
    expect(await screen.findByText('Choose what you need')).toBeInTheDocument();
    await waitFor(async () => expect(await apply()).toHaveFocus());
    await userEvent.click(await apply());
    await click('Next');
    expect(
      await screen.findByText('Choose a tenant', { selector: 'p' }),
    ).toBeInTheDocument();
    await chooseLife();
    await click('Next');
    expect(await nameField()).toBeInTheDocument();
  });

  it('is made by an address that names both, and can be taken back', async () => {
    openChoice('?kind=namespace.create&tenant=property&payload.name=pay');
    expect(await nameField()).toHaveValue('pay');
    await click('Back');
    expect(await apply()).toBeChecked();
    expect(await tenant()).toHaveTextContent('property');
    await click('Next');
    expect(await nameField()).toHaveValue('pay');
  });

  it('keeps what the address fills in until both are chosen', async () => {
    openChoice('?kind=namespace.create&payload.name=pay');
    await apply();
    await chooseLife();
    await click('Next');
    expect(await nameField()).toHaveValue('pay');
  });
});

describe('a draft', () => {
  const open = (search = '', person = 'user:default/li-wei') =>
    renderApprovals({ path: `${PATH}${search}`, person });

  it('is there after a refresh, and can be thrown away', async () => {
    const { unmount } = open();
    await userEvent.type(await nameField(), 'billing');
    unmount();
    open();
    expect(await nameField()).toHaveValue('billing');
    expect(
      screen.getByText('What you entered before is still here.'),
    ).toBeInTheDocument();
    await click('Start over');
    await waitFor(async () => expect(await nameField()).toHaveValue(''));
    expect(screen.queryByText(/still here/)).toBeNull();
  });

  it('stays on its page after a refresh', async () => {
    const { unmount } = open();
    await userEvent.type(await nameField(), 'billing');
    unmount();
    open('?step=review');
    expect(
      await screen.findByRole('textbox', { name: /Purpose/ }),
    ).toBeInTheDocument();
  });

  it("is not another person's", async () => {
    const { unmount } = open();
    await userEvent.type(await nameField(), 'billing');
    unmount();
    open('', 'user:default/wang-fang');
    expect(await nameField()).toHaveValue('');
  });

  it('gives way to what an address fills in, which is kept in turn', async () => {
    const { unmount } = open();
    await userEvent.type(await nameField(), 'billing');
    unmount();
    const second = open('?payload.name=pay&payload.cpu=8');
    const name = await nameField();
    expect(name).toHaveValue('pay');
    await userEvent.type(name, 'ments');
    second.unmount();
    open();
    expect(await nameField()).toHaveValue('payments');
    await click('Next');
    expect(await screen.findByRole('textbox', { name: 'cpu' })).toHaveValue(
      '8',
    );
  });
});

describe('leaving', () => {
  const leave = () =>
    userEvent.click(screen.getByRole('link', { name: 'Cancel' }));

  it('is nothing to ask about while nothing is entered', async () => {
    renderApprovals({ path: PATH });
    await nameField();
    await leave();
    expect(
      await screen.findByRole('heading', { name: 'Requests' }),
    ).toBeInTheDocument();
  });

  it('is asked back about when something is entered, and can be thought over', async () => {
    const { unmount } = renderApprovals({ path: PATH });
    await userEvent.type(await nameField(), 'billing');
    await leave();
    await userEvent.click(await screen.findByRole('button', { name: 'Stay' }));
    expect(await nameField()).toHaveValue('billing');
    await leave();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Keep the draft and leave' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Requests' }),
    ).toBeInTheDocument();
    unmount();
    renderApprovals({ path: PATH });
    expect(await nameField()).toHaveValue('billing');
    await leave();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Discard and leave' }),
    );
    await screen.findByRole('heading', { name: 'Requests' });
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('holds the tab back from closing when something is entered', async () => {
    const close = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    renderApprovals({ path: PATH });
    const name = await nameField();
    expect(close()).toBe(false);
    await userEvent.type(name, 'b');
    expect(close()).toBe(true);
  });
});
