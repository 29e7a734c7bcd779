// An OpenID provider for tests and trials: oidc-provider with accounts from a list and without passwords. It runs as a
// process of its own (see the README), or in a thread of a test, because jest cannot load ECMAScript modules.
// `login_hint` in the authorization request, or `signInAs`, signs in without a person; else a page asks who it is.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import Provider from 'oidc-provider';
import { createMemoryAdapter } from './createMemoryAdapter.mjs';
import { forgeIdToken } from './forgeIdToken.mjs';

const LIFETIME_SECONDS = 3600;
const STORED =
  'AccessToken Grant IdToken Interaction RefreshToken Session'.split(' ');

/**
 * Starts on a port, 0 for a free one. `accounts` are claims by subject; the object may be changed while it runs.
 * `client` is the portal: client_id, client_secret, redirect_uris.
 */
export async function startIdentityProvider(options) {
  const { accounts, client, port = 0, host = '127.0.0.1', signInAs } = options;
  const server = createServer();
  server.listen(port, host);
  await once(server, 'listening');
  const issuer = options.issuer ?? `http://localhost:${server.address().port}`;

  /** What is wrong with the next ID tokens; for tests of the portal. */
  let forgery;
  const adapter = createMemoryAdapter();
  const create = () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk = privateKey.export({ format: 'jwk' });
    const provider = new Provider(issuer, {
      adapter,
      clients: [
        { ...client, grant_types: ['authorization_code', 'refresh_token'] },
      ],
      jwks: { keys: [{ ...jwk, alg: 'RS256', kid: randomUUID() }] },
      cookies: { keys: ['test'] },
      features: { devInteractions: { enabled: false } },
      claims: {
        openid: ['sub'],
        email: ['email', 'email_verified'],
        profile: ['name', 'preferred_username', 'groups'],
      },
      pkce: { required: () => false },
      issueRefreshToken: async () => true,
      ttl: Object.fromEntries(STORED.map(token => [token, LIFETIME_SECONDS])),
      interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
      findAccount: async (_, id) =>
        accounts[id] && {
          accountId: id,
          claims: async () => ({ sub: id, ...accounts[id] }),
        },
    });
    provider.use(async (context, next) => {
      await next();
      if (context.body?.id_token && forgery) {
        const { id_token: token } = context.body;
        context.body.id_token = forgeIdToken(forgery, token, privateKey);
      }
    });
    return { provider, handle: provider.callback() };
  };

  let current = create();
  server.on('request', (request, response) => {
    if (!request.url.startsWith('/sign-in/')) {
      current.handle(request, response);
      return;
    }
    interact(current.provider, request, response).catch(error => {
      response.statusCode = 400;
      response.end(`${error.message}\n`);
    });
  });

  /** Stands for the form with the password. */
  async function interact(provider, request, response) {
    const { params, prompt } = await provider.interactionDetails(
      request,
      response,
    );
    const url = new URL(request.url, issuer);
    const accountId =
      params.login_hint ?? url.searchParams.get('as') ?? signInAs;
    if (prompt.name === 'login' && !accountId) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page(Object.keys(accounts)));
      return;
    }
    if (prompt.name === 'login') {
      await provider.interactionFinished(request, response, {
        login: { accountId },
      });
      return;
    }
    const { session } = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({
      accountId: session.accountId,
      clientId: params.client_id,
    });
    grant.addOIDCScope(params.scope);
    await provider.interactionFinished(request, response, {
      consent: { grantId: await grant.save() },
    });
  }

  return {
    issuer,
    metadataUrl: `${issuer}/.well-known/openid-configuration`,
    /** Signs with a new key from now on; sessions live on. */
    rotateKeys: () => {
      current = create();
    },
    forge: kind => {
      forgery = kind;
    },
    stop: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function page(subjects) {
  const links = subjects.map(
    subject =>
      `<li><a href="?as=${encodeURIComponent(subject)}">${subject}</a></li>`,
  );
  return `<!doctype html><title>Sign in</title><h1>Sign in as</h1><ul>${links.join('')}</ul>`;
}

if (!isMainThread && workerData?.isIdentityProvider) {
  const { accounts, ...options } = workerData;
  const provider = await startIdentityProvider({ ...options, accounts });
  parentPort.on('message', ({ id, command, argument }) => {
    if (command === 'setAccount') {
      const [subject, claims] = argument;
      if (claims) accounts[subject] = claims;
      else delete accounts[subject];
    } else {
      provider[command](argument);
    }
    parentPort.postMessage({ id });
  });
  parentPort.postMessage({ issuer: provider.issuer });
}

if (isMainThread && process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      host: { type: 'string' },
      issuer: { type: 'string' },
      accounts: { type: 'string' },
      'redirect-uri': { type: 'string', multiple: true },
      'client-id': { type: 'string', default: 'portal' },
      'client-secret': { type: 'string', default: 'not-a-secret' },
      'sign-in-as': { type: 'string' },
    },
  });
  const { issuer, metadataUrl } = await startIdentityProvider({
    port: Number(values.port),
    host: values.host,
    issuer: values.issuer,
    accounts: JSON.parse(readFileSync(values.accounts, 'utf8')),
    client: {
      client_id: values['client-id'],
      client_secret: values['client-secret'],
      redirect_uris: values['redirect-uri'],
    },
    signInAs: values['sign-in-as'],
  });
  console.log(JSON.stringify({ issuer, metadataUrl }));
}
