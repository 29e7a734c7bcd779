import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createPublishGiteaAction } from '@backstage/plugin-scaffolder-backend-module-gitea';
import { GitHostBench } from './GitHostBench';

/** The real action and the real reader of Backstage, against the host. */
describe('Backstage with the Git host', () => {
  let host: GitHostBench;
  let config: ConfigReader;
  beforeAll(async () => {
    host = await GitHostBench.start();
    config = new ConfigReader({
      integrations: {
        gitea: [
          {
            host: new URL(host.url).host,
            baseUrl: host.url,
            username: 'portal',
            password: 'sandbox-portal-token',
          },
        ],
      },
    });
  });
  afterAll(() => host.close());

  async function publish(input: { repo: string; owner?: string }) {
    const { repo, owner = 'life' } = input;
    const workspacePath = mkdtempSync(path.join(host.directory, 'workspace-'));
    mkdirSync(path.join(workspacePath, 'src'));
    writeFileSync(path.join(workspacePath, 'catalog-info.yaml'), 'kind: x\n');
    writeFileSync(path.join(workspacePath, 'src/Main.java'), 'class Main {}\n');
    const output: Record<string, unknown> = {};
    const action = createPublishGiteaAction({
      integrations: ScmIntegrations.fromConfig(config),
      config,
    });
    const context = {
      input: {
        repoUrl: `${new URL(host.url).host}?owner=${owner}&repo=${repo}`,
        description: 'Made from a template',
      },
      workspacePath,
      logger: mockServices.logger.mock(),
      output: (name: string, value: unknown) => {
        output[name] = value;
      },
    };
    // The action reads no more of its context than this.
    await action.handler(context as never);
    return output;
  }

  it('publishes a template and reads it back', async () => {
    const output = await publish({ repo: 'from-template' });
    expect(output).toEqual({
      remoteUrl: `${host.url}/life/from-template.git`,
      repoContentsUrl: `${host.url}/life/from-template/src/branch/main/`,
      commitHash: expect.stringMatching(/^[0-9a-f]{40}$/),
    });

    const reader = UrlReaders.default({
      config,
      logger: mockServices.logger.mock(),
    });
    const file = await reader.readUrl(
      `${output.repoContentsUrl}catalog-info.yaml`,
    );
    expect((await file.buffer()).toString()).toBe('kind: x\n');

    const tree = await reader.readTree(String(output.repoContentsUrl));
    const files = await tree.files();
    expect(files.map(({ path: name }) => name).sort()).toEqual([
      'catalog-info.yaml',
      'src/Main.java',
    ]);
    expect(tree.etag).toBe(output.commitHash);
    await expect(
      reader.readTree(String(output.repoContentsUrl), { etag: tree.etag }),
    ).rejects.toThrow(expect.objectContaining({ name: 'NotModifiedError' }));

    const folder = await reader.readTree(`${output.repoContentsUrl}src`);
    expect((await folder.files()).map(({ path: name }) => name)).toEqual([
      'Main.java',
    ]);
    await expect(
      reader.readUrl(`${output.repoContentsUrl}none.yaml`),
    ).rejects.toThrow(expect.objectContaining({ name: 'NotFoundError' }));
  });

  it('says why a second publish of the same name fails', async () => {
    await publish({ repo: 'once' });
    await expect(publish({ repo: 'once' })).rejects.toThrow(
      /409.*The repository with the same name already exists/,
    );
  });

  it('says that an organization does not exist', async () => {
    await expect(publish({ repo: 'a', owner: 'nobody' })).rejects.toThrow(
      /Organization nobody do not exist/,
    );
  });
});
