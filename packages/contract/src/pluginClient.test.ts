import { z } from 'zod';
import { createPluginClient, operation } from './index';

const contract = {
  rename: operation({
    method: 'PUT',
    path: '/tenants/{id}',
    summary: 'Rename a tenant',
    access: { kind: 'authenticated' },
    audit: { event: 'tenant-rename', severity: 'low' },
  })
    .input(z.object({ id: z.string(), name: z.string() }))
    .output(z.object({ name: z.string() })),
};

describe('createPluginClient', () => {
  it('sends an address and a body that is no stream, which survive the rewriting of plugin://', async () => {
    const seen: { url: string; init?: RequestInit }[] = [];
    const client = createPluginClient(contract, {
      pluginId: 'tenancy',
      fetchApi: {
        fetch: async (url, init) => {
          seen.push({ url, init });
          return new Response('{"name":"寿险"}', {
            headers: { 'content-type': 'application/json' },
          });
        },
      },
    });
    await expect(client.rename({ id: 'life', name: '寿险' })).resolves.toEqual({
      name: '寿险',
    });
    const [{ url, init }] = seen;
    expect(url).toBe('plugin://tenancy/tenants/life');
    const sent = new Request('http://localhost/api/tenancy/tenants/life', init);
    expect(sent.method).toBe('PUT');
    expect(sent.headers.get('content-type')).toBe('application/json');
    await expect(sent.json()).resolves.toEqual({ name: '寿险' });
    expect(Object.prototype.toString.call(init?.body)).toBe(
      '[object ArrayBuffer]',
    );
  });
});
