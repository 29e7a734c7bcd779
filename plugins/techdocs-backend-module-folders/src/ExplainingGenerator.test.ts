import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ForwardedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  TechdocsGenerator,
  type GeneratorRunOptions,
} from '@backstage/plugin-techdocs-node';
import { ExplainingGenerator } from './ExplainingGenerator';

const disk = createMockDirectory();
const stock = jest.spyOn(TechdocsGenerator.prototype, 'run');

function generate() {
  const config = mockServices.rootConfig();
  return new ExplainingGenerator({
    config,
    logger: mockServices.logger.mock(),
    scmIntegrations: ScmIntegrations.fromConfig(config),
  }).run({
    inputDir: disk.resolve('source'),
    outputDir: disk.resolve('site'),
  } as GeneratorRunOptions);
}

/** What Node says when there is no mkdocs on the path, wrapped as the stock generator wraps it. */
async function missingMkdocs() {
  const error = await new Promise(resolve => {
    spawn('mkdocs', [], { env: { PATH: '/nowhere' } }).on('error', resolve);
  });
  return new ForwardedError('Failed to generate docs', error);
}

beforeEach(() => {
  disk.setContent({ site: {}, source: { 'mkdocs.yml': 'site_name: 保单' } });
});

describe('ExplainingGenerator', () => {
  it('says what to install where mkdocs is missing', async () => {
    stock.mockRejectedValueOnce(await missingMkdocs());

    await expect(generate()).rejects.toThrow(
      /没有 mkdocs.*Install python3 with venv and pip/,
    );
  });

  it('passes on what mkdocs itself complains about, and leaves nothing behind', async () => {
    const complaint = new Error('Command mkdocs failed, exit code: 3');
    stock.mockRejectedValueOnce(complaint);

    await expect(generate()).rejects.toBe(complaint);
    expect(existsSync(disk.resolve('source'))).toBe(false);
    expect(existsSync(disk.resolve('site'))).toBe(false);
  });

  it('leaves the site of a build that succeeds', async () => {
    stock.mockResolvedValueOnce(undefined);

    await generate();

    expect(existsSync(disk.resolve('site'))).toBe(true);
  });
});
