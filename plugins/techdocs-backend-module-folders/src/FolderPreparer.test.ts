import { existsSync } from 'node:fs';
import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { PreparerBase } from '@backstage/plugin-techdocs-node';
import { FolderPreparer } from './FolderPreparer';

const disk = createMockDirectory();
const remote: PreparerBase = {
  shouldCleanPreparedDirectory: () => true,
  prepare: async () => ({ preparedDir: '/from-a-url', etag: 'remote' }),
};

function preparer() {
  return FolderPreparer.create({
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    remote,
    workingDirectory: disk.resolve('work'),
  });
}

function service(reference: string, source?: string): Entity {
  const location = source ?? `file:${disk.resolve('catalog/systems.yaml')}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'policy-service',
      annotations: {
        'backstage.io/techdocs-ref': reference,
        'backstage.io/managed-by-location': location,
      },
    },
  };
}

const policy = service('dir:./docs/policy');

beforeEach(() => {
  disk.setContent({
    work: {},
    catalog: {
      'systems.yaml': '',
      docs: {
        policy: { 'mkdocs.yml': 'nav: []', docs: { 'index.md': '# 保单' } },
      },
    },
  });
});

describe('FolderPreparer', () => {
  it('hands out a copy, so that what is done to it leaves the source alone', async () => {
    const { preparedDir } = await preparer().prepare(policy);
    await writeFile(path.join(preparedDir, 'mkdocs.yml'), 'rewritten');

    expect(
      await readFile(path.join(preparedDir, 'docs/index.md'), 'utf8'),
    ).toBe('# 保单');
    expect(
      await readFile(disk.resolve('catalog/docs/policy/mkdocs.yml'), 'utf8'),
    ).toBe('nav: []');
    expect(preparer().shouldCleanPreparedDirectory()).toBe(true);
  });

  it('prepares an unchanged folder once', async () => {
    const { etag } = await preparer().prepare(policy);

    await expect(preparer().prepare(policy, { etag })).rejects.toMatchObject({
      name: 'NotModifiedError',
    });
  });

  it.each([
    [
      'a page was edited',
      () =>
        writeFile(disk.resolve('catalog/docs/policy/docs/index.md'), '# 新'),
    ],
    [
      'a page was added',
      () => writeFile(disk.resolve('catalog/docs/policy/docs/api.md'), ''),
    ],
    [
      'a page was removed',
      () => rm(disk.resolve('catalog/docs/policy/docs/index.md')),
    ],
  ])('prepares the folder again after %s', async (_what, change) => {
    const before = await preparer().prepare(policy);
    await change();
    const after = await preparer().prepare(policy, { etag: before.etag });

    expect(after.etag).not.toBe(before.etag);
    expect(after.preparedDir).not.toBe(before.preparedDir);
  });

  it('leaves links as they are, for the generator to refuse', async () => {
    await symlink('/etc', disk.resolve('catalog/docs/policy/docs/outside'));
    const { preparedDir } = await preparer().prepare(policy);

    expect(existsSync(path.join(preparedDir, 'docs/outside'))).toBe(true);
    await expect(
      readFile(path.join(preparedDir, 'docs/outside')),
    ).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it('says which folder is missing', async () => {
    await expect(
      preparer().prepare(service('dir:./docs/unknown')),
    ).rejects.toThrow(
      `The documentation of 'policy-service' should lie in '${disk.resolve(
        'catalog/docs/unknown',
      )}', but there is no such folder.`,
    );
  });

  it.each(['dir:../../etc', 'dir:/etc'])(
    'refuses %s, which leads out of the folder of the entity',
    async reference => {
      await expect(
        preparer().prepare(service(reference)),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
    },
  );

  it('leaves folders behind a URL to the stock preparer', async () => {
    const elsewhere = service(
      'dir:.',
      'url:https://git.insurer.example/policy/blob/main/catalog-info.yaml',
    );

    expect(await preparer().prepare(elsewhere)).toEqual({
      preparedDir: '/from-a-url',
      etag: 'remote',
    });
  });
});
