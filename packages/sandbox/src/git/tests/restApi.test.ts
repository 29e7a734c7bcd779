import { GitHostBench } from './GitHostBench';

describe('the REST API of the Git host', () => {
  let host: GitHostBench;
  beforeAll(async () => {
    host = await GitHostBench.start();
  });
  afterAll(() => host.close());

  it('says its version, its organizations and who asks', async () => {
    expect(await host.json('/api/v1/version')).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    expect(
      (await host.json('/api/v1/orgs')).map(
        (org: { name: string }) => org.name,
      ),
    ).toEqual(['life', 'property', 'platform']);
    expect(await host.json('/api/v1/orgs/life')).toMatchObject({
      username: 'life',
    });
    expect(await host.json('/api/v1/user')).toMatchObject({ login: 'portal' });
  });

  it.each([
    '/api/v1/orgs/nobody',
    '/api/v1/orgs/portal',
    '/api/v1/orgs/__proto__',
    '/api/v1/repos/life/nothing',
    '/api/v1/repos/life/nothing/contents/a',
    '/api/v1/nothing',
    '/nothing',
    '/life/nothing',
  ])('answers 404 in Gitea JSON for %s', async where => {
    const response = await host.send('GET', where);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      message: "The target couldn't be found.",
      url: `${host.url}/api/swagger`,
    });
  });

  it('makes, shows, lists and deletes a repository', async () => {
    const made = await host.send('POST', '/api/v1/orgs/life/repos', {
      name: 'policy-service',
      description: '保单 <policies>',
    });
    expect(made.status).toBe(201);
    const shown = {
      name: 'policy-service',
      full_name: 'life/policy-service',
      description: '保单 <policies>',
      empty: true,
      private: false,
      default_branch: 'main',
      clone_url: `${host.url}/life/policy-service.git`,
      html_url: `${host.url}/life/policy-service`,
    };
    expect(await made.json()).toMatchObject(shown);
    expect(await host.json('/api/v1/repos/life/policy-service')).toMatchObject(
      shown,
    );
    expect(await host.json('/api/v1/orgs/life/repos')).toEqual([
      expect.objectContaining(shown),
    ]);
    const again = await host.send(
      'DELETE',
      '/api/v1/repos/life/policy-service',
    );
    expect(again.status).toBe(204);
    const gone = await host.send('DELETE', '/api/v1/repos/life/policy-service');
    expect(gone.status).toBe(404);
  });

  it('makes a repository of the user, with another default branch', async () => {
    const made = await host.send('POST', '/api/v1/user/repos', {
      name: 'notes',
      default_branch: 'trunk',
    });
    expect(await made.json()).toMatchObject({
      full_name: 'portal/notes',
      default_branch: 'trunk',
    });
    expect(await host.json('/api/v1/user/repos')).toHaveLength(1);
  });

  it('refuses a second repository of the same name, also in other case and at once', async () => {
    const answers = await Promise.all(
      ['twice', 'twice', 'Twice', 'TWICE'].map(name =>
        host.makeRepository(name),
      ),
    );
    expect(answers.map(answer => answer.status).sort()).toEqual([
      201, 409, 409, 409,
    ]);
    const refused = await host.makeRepository('twice');
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      message: 'The repository with the same name already exists.',
    });
  });

  it.each([
    [''],
    ['..'],
    ['-'],
    ['../../life'],
    ['a/b'],
    ['a b'],
    ['名字'],
    ['a.git'],
    ['a.wiki'],
    ['a'.repeat(101)],
    [7],
    [undefined],
  ])('refuses the name %p', async name => {
    const response = await host.send('POST', '/api/v1/orgs/life/repos', {
      name,
    });
    expect(response.status).toBe(422);
  });

  it.each(['', '[]', '{', 'null'])('refuses the body %p', async body => {
    const response = await host.fetch('/api/v1/orgs/life/repos', {
      method: 'POST',
      headers: { authorization: 'token sandbox-portal-token' },
      body,
    });
    expect(response.status).toBe(422);
  });

  it('answers 404 for a repository in an organization that is not there', async () => {
    const response = await host.makeRepository('a', 'nobody');
    expect(response.status).toBe(404);
  });

  it('lets nobody write without credentials', async () => {
    await host.makeRepository('guarded');
    const answers = await Promise.all([
      host.fetch('/api/v1/orgs/life/repos', { method: 'POST', body: '{}' }),
      host.fetch('/api/v1/user/repos', { method: 'POST', body: '{}' }),
      host.fetch('/api/v1/repos/life/guarded', { method: 'DELETE' }),
      host.fetch('/api/v1/user'),
    ]);
    expect(answers.map(answer => answer.status)).toEqual([401, 401, 401, 401]);
    expect(answers[0].headers.get('www-authenticate')).toMatch(/^Basic/);
    expect((await host.fetch('/api/v1/repos/life/guarded')).status).toBe(200);
  });

  it.each([
    'token wrong',
    'Bearer wrong',
    'Negotiate x',
    `Basic ${Buffer.from('portal:wrong').toString('base64')}`,
    `Basic ${Buffer.from('other:sandbox-portal-token').toString('base64')}`,
    'Basic ***',
  ])('refuses the credentials %p even for a read', async authorization => {
    const response = await host.fetch('/api/v1/version', {
      headers: { authorization },
    });
    expect(response.status).toBe(401);
  });

  it('hides a private repository from whoever is not signed in', async () => {
    await host.send('POST', '/api/v1/orgs/life/repos', {
      name: 'secret',
      private: true,
    });
    const anonymous = await Promise.all(
      [
        '/api/v1/repos/life/secret',
        '/life/secret',
        '/life/secret.git/info/refs?service=git-upload-pack',
      ].map(where => host.fetch(where)),
    );
    expect(anonymous.map(answer => answer.status)).toEqual([404, 404, 404]);
    const listed = await host.fetch('/api/v1/orgs/life/repos');
    expect(await listed.text()).not.toContain('secret');
    expect((await host.send('GET', '/life/secret')).status).toBe(200);
  });

  it('keeps repositories over a restart', async () => {
    await host.makeRepository('kept', 'property');
    const before = await host.json('/api/v1/repos/property/kept');
    await host.restart();
    const after = await host.json('/api/v1/repos/property/kept');
    expect(after.id).toBe(before.id);
  });
});
