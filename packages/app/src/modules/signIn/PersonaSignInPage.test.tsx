import {
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { PersonaSignInPage } from './PersonaSignInPage';

const REFRESH = 'http://localhost:7007/api/auth/personas/refresh';

const config = {
  app: {
    baseUrl: 'http://localhost:3000',
    personas: [
      {
        userRef: 'user:default/li-wei',
        name: '李伟',
        nameEn: 'Li Wei',
        role: '开发者',
        roleEn: 'Developer',
        tenant: '寿险',
        tenantEn: 'Life insurance',
      },
      {
        userRef: 'user:default/liu-yang',
        name: '刘洋',
        nameEn: 'Liu Yang',
        role: '审计员',
        roleEn: 'Auditor',
      },
    ],
  },
  backend: { baseUrl: 'http://localhost:7007' },
};

const session = {
  profile: { displayName: '李伟' },
  backstageIdentity: {
    token: `x.${btoa(JSON.stringify({ exp: 4_000_000_000 }))}.x`,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/li-wei',
      ownershipEntityRefs: [],
    },
  },
};

describe('PersonaSignInPage', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  const open = () => {
    const onSignInSuccess = jest.fn();
    renderInTestApp(<PersonaSignInPage onSignInSuccess={onSignInSuccess} />, {
      config,
    });
    return onSignInSuccess;
  };

  it('signs in as the chosen person, remembers them, and forgets them on sign-out', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get(REFRESH, ({ request }) => {
        asked.push(request.headers.get('x-caas-persona'));
        return HttpResponse.json(session);
      }),
    );
    const onSignInSuccess = open();
    await userEvent.click(
      await screen.findByRole('button', { name: /Li Wei/ }),
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(asked).toEqual(['user:default/li-wei']);

    // A reload of the tab does not ask again.
    const afterReload = open();
    await waitFor(() => expect(afterReload).toHaveBeenCalledTimes(1));

    const [identity] = afterReload.mock.calls[0];
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/li-wei',
    });
    await identity.signOut();
    open();
    expect(
      await screen.findByRole('button', { name: /Li Wei/ }),
    ).toBeInTheDocument();
  });

  it('says why the server refused, and lets one choose again', async () => {
    server.use(
      http.get(REFRESH, () =>
        HttpResponse.json(
          {
            error: {
              name: 'NotAllowedError',
              message: "'user:default/liu-yang' is not a demo person",
            },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
    );
    const onSignInSuccess = open();
    await userEvent.click(
      await screen.findByRole('button', {
        name: /Liu Yang Auditor · Platform/,
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'is not a demo person',
    );
    expect(onSignInSuccess).not.toHaveBeenCalled();

    server.use(http.get(REFRESH, () => HttpResponse.json(session)));
    await userEvent.click(screen.getByRole('button', { name: /Li Wei/ }));
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
  });

  it('says whom to ask when nobody is configured', async () => {
    renderInTestApp(<PersonaSignInPage onSignInSuccess={() => {}} />);
    expect(
      await screen.findByText('Nobody can sign in here'),
    ).toBeInTheDocument();
  });
});
