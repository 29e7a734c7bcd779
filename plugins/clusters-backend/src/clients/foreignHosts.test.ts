import { createMockDirectory } from '@backstage/backend-test-utils';
import { startSandbox, type Sandbox } from '@caas/sandbox';
import { Hosts } from '../__testUtils__/hosts';
import { clientOf } from '../__testUtils__/portal';
import { guardedLookup } from './guardedLookup';

jest.setTimeout(30_000);

describe('where calls to a cluster may end up', () => {
  let sandbox: Sandbox;
  let hosts: Hosts;
  const directory = createMockDirectory();

  beforeAll(async () => {
    sandbox = await startSandbox({ dataDir: directory.path });
    hosts = new Hosts(directory.path);
  });
  afterAll(async () => {
    hosts.close();
    await sandbox.close();
  });

  const NODES = '/api/v1/nodes';

  it('is not where the host redirects to', async () => {
    const visits: string[] = [];
    const elsewhere = await hosts.serve(({ url }, response) => {
      visits.push(url!);
      response.end('{}');
    });
    const url = await hosts.serve((asked, response) =>
      response.writeHead(302, { location: `${elsewhere}${asked.url}` }).end(),
    );
    const client = clientOf(sandbox.clusters.nonprod, { url });
    await expect(client.list(NODES, { limit: 1 })).rejects.toThrow(
      `it redirects to '${elsewhere}', which is not followed`,
    );
    expect(visits).toEqual([]);
  });

  it('is not this machine, by whatever name, unless that is allowed', async () => {
    const { nonprod } = sandbox.clusters;
    const url = nonprod.url.replace('127.0.0.1', 'localhost');
    const list = (allowLoopback: boolean) =>
      clientOf(nonprod, {
        url,
        lookup: guardedLookup({ allowLoopback }),
      }).list(NODES, { limit: 1 });
    await expect(list(false)).rejects.toThrow('is this machine itself');
    expect((await list(true)).items).toHaveLength(1);
  });
});
