// What must be true of a portal in production, whatever it runs in.

/** Runs each probe in the tally (tools/checks/tally.mjs) against the portal at the address. */
export async function probePortal(tally, { baseUrl, secrets = [] }) {
  const ask = (path, init) =>
    fetch(new URL(path, baseUrl), {
      signal: AbortSignal.timeout(30_000),
      ...init,
    });
  const expectStatus = async (path, status, init) => {
    const answer = await ask(path, init);
    return answer.status === status ? [] : [`${path} answers ${answer.status}`];
  };

  for (const kind of ['liveness', 'readiness']) {
    await tally.check(`${kind} answers 200`, () =>
      expectStatus(`/.backstage/health/v1/${kind}`, 200),
    );
  }
  await tally.check('the first page and all that it loads', async () => {
    const page = await readPage(ask, '/');
    const answers = await Promise.all(page.assets.map(asset => ask(asset)));
    return answers
      .filter(answer => answer.status !== 200)
      .map(answer => `${answer.url} answers ${answer.status}`)
      .concat(page.assets.length ? [] : ['the page loads nothing']);
  });
  await tally.check('a deep link gives the page too', async () => {
    const [root, deep] = [
      await readPage(ask, '/'),
      await readPage(ask, '/catalog'),
    ];
    return deep.assets.join() === root.assets.join() ? [] : ['another page'];
  });
  await tally.check(
    'no secret of the environment stands in the page',
    async () => {
      const { html } = await readPage(ask, '/');
      return secrets
        .filter(([, value]) => html.includes(value))
        .map(([name]) => `the page has the value of ${name}`);
    },
  );
  await tally.check('nobody reads the catalog without a token: 401', () =>
    expectStatus('/api/catalog/entities', 401),
  );
  await tally.check('nor with a token that somebody made up: 401', () =>
    expectStatus('/api/catalog/entities', 401, {
      headers: { authorization: `Bearer ${madeUpToken()}` },
    }),
  );
  await tally.check('there is no sign-in as a demo person', async () => {
    const answer = await ask('/api/auth/personas/refresh', {
      headers: {
        'x-caas-persona': 'user:default/chen-jing',
        'x-requested-with': 'XMLHttpRequest',
      },
    });
    return answer.ok ? ['it signs in'] : [];
  });
}

/** Somebody left a page while its request was arriving: stock answers 500 to nobody. */
const LEFT = /^Request failed with status 500 stream is not readable/;

/**
 * The lines of a log that are not JSON with a level and a message, and those after the start that have one of the unwanted
 * levels: before it, plugins ask each other in vain until all are up.
 */
export function inspectLog(log, readyLog, unwanted = ['error']) {
  let position = 0;
  return log.split('\n').filter(line => {
    const isStarted = position >= readyLog;
    position += line.length + 1;
    // Node and the configuration loader speak before there is a logger.
    if (!line || (!isStarted && !line.startsWith('{'))) return false;
    try {
      const { level, message } = JSON.parse(line);
      return (
        !level ||
        message === undefined ||
        (isStarted && unwanted.includes(level) && !LEFT.test(message))
      );
    } catch {
      return true;
    }
  });
}

/** The variables of an environment whose values are to stay with the server. */
export function secretsOf(environment) {
  return Object.entries(environment).filter(
    ([name, value]) =>
      /PASSWORD|TOKEN|SECRET/.test(name) && value && value.length > 5,
  );
}

async function readPage(ask, path) {
  const answer = await ask(path);
  if (answer.status !== 200)
    throw new Error(`${path} answers ${answer.status}`);
  const html = await answer.text();
  const assets = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(
    ([, address]) => address,
  );
  return { html, assets: [...new Set(assets)] };
}

function madeUpToken() {
  const part = object =>
    Buffer.from(JSON.stringify(object)).toString('base64url');
  const header = part({ typ: 'vnd.backstage.user', alg: 'ES256', kid: 'none' });
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const claims = part({ sub: 'user:default/chen-jing', aud: 'backstage', exp });
  return `${header}.${claims}.${part('signature')}`;
}
