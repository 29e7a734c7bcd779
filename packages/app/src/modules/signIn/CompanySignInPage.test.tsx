import {
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { refusal } from './refusal';
import { SignInPage } from './SignInPage';

const AUTH = 'http://localhost:7007/api/auth/oidc';

const PERSONAS = [
  {
    userRef: 'user:default/li-wei',
    name: '李伟',
    nameEn: 'Li Wei',
    role: '开发者',
    roleEn: 'Developer',
  },
];

const config = (app: object, environment: string) => ({
  app: { baseUrl: 'http://localhost:3000', ...app },
  backend: { baseUrl: 'http://localhost:7007' },
  auth: { environment },
});

const session = {
  profile: { displayName: '李伟', email: 'li-wei@insurer.example' },
  providerInfo: { accessToken: 'x', idToken: 'x', scope: 'openid' },
  backstageIdentity: {
    token: 'x',
    identity: {
      type: 'user',
      userEntityRef: 'user:default/li-wei',
      ownershipEntityRefs: [],
    },
  },
};

describe('signing in with the account of the company', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const noSession = () =>
    server.use(
      http.get(`${AUTH}/refresh`, () =>
        HttpResponse.json(
          { error: { name: 'AuthenticationError', message: 'none' } },
          { status: 401 },
        ),
      ),
    );

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    window.history.replaceState(null, '', '/');
  });

  const open = (app: object = {}, environment = 'production') => {
    const onSignInSuccess = jest.fn();
    renderInTestApp(<SignInPage onSignInSuccess={onSignInSuccess} />, {
      config: config(app, environment),
    });
    return onSignInSuccess;
  };
  const button = () =>
    screen.findByRole('button', { name: 'Sign in with your company account' });

  it('goes straight on with the session that there is, and ends it on sign-out', async () => {
    const asked: string[] = [];
    server.use(
      http.get(`${AUTH}/refresh`, ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('env') ?? '');
        return HttpResponse.json(session);
      }),
      http.post(`${AUTH}/logout`, () => {
        asked.push('logout');
        return new HttpResponse(null, { status: 200 });
      }),
    );
    const onSignInSuccess = open();
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    const [identity] = onSignInSuccess.mock.calls[0];
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/li-wei',
    });
    await expect(identity.getProfileInfo()).resolves.toMatchObject({
      displayName: '李伟',
    });
    await identity.signOut();
    expect(asked).toEqual(['production', 'logout']);
  });

  it('waits for the person when there is no session', async () => {
    noSession();
    const onSignInSuccess = open();
    await waitFor(async () => expect(await button()).toBeEnabled());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(onSignInSuccess).not.toHaveBeenCalled();
  });

  it('says why the server refused somebody who comes back, and whom to ask', async () => {
    noSession();
    refusal.expect();
    const sentence = "The portal does not know the account with the sub 'x'.";
    window.history.replaceState(
      null,
      '',
      `/catalog?kind=api&error=${encodeURIComponent(sentence)}`,
    );
    open();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(sentence);
    expect(alert).toHaveTextContent('platform administrators');
    expect(await button()).toBeEnabled();
    // A reload, and the way back after the next sign-in, begin anew.
    expect(window.location.search).toBe('?kind=api');
  });

  it('shows no sentence that somebody else has put into the address', async () => {
    noSession();
    window.history.replaceState(null, '', '/?error=Call+this+number');
    open();
    await waitFor(async () => expect(await button()).toBeEnabled());
    expect(screen.queryByText(/this number/)).not.toBeInTheDocument();
  });

  it('says that the window was closed, and lets one try again', async () => {
    noSession();
    jest.spyOn(window, 'open').mockReturnValue(null);
    open();
    await waitFor(async () => expect(await button()).toBeEnabled());
    await userEvent.click(await button());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Signing in did not work',
    );
    expect(await button()).toBeEnabled();
  });

  it('offers the demo people on a laptop alone', async () => {
    noSession();
    open({ personas: PERSONAS }, 'development');
    expect(
      await screen.findByRole('button', { name: /Li Wei/ }),
    ).toBeInTheDocument();
  });

  it('offers no demo people in production', async () => {
    noSession();
    open({ personas: PERSONAS });
    expect(await button()).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Li Wei/ }),
    ).not.toBeInTheDocument();
  });
});
