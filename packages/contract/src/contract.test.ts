import { createPermission } from '@backstage/plugin-permission-common';
import { z } from 'zod';
import { createContractClient, listOperations, operation } from './index';

const update = createPermission({
  name: 'demo.tenant.update',
  attributes: { action: 'update' },
});
const tenant = z.object({ id: z.string(), name: z.string() });
const contract = {
  tenants: {
    get: operation({
      method: 'GET',
      path: '/tenants/{id}',
      summary: 'One tenant',
      access: { kind: 'authenticated' },
    })
      .input(z.object({ id: z.string() }))
      .output(tenant),
    update: operation({
      method: 'PUT',
      path: '/tenants/{id}',
      summary: 'Rename a tenant',
      access: { kind: 'permission', permission: update },
      audit: { event: 'tenant-update', severity: 'medium' },
    })
      .input(tenant)
      .output(tenant),
  },
};

const answer = (status: number, body: unknown) => async () =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });

describe('operation', () => {
  it('does not compile without access, or without an audit event on a write', () => {
    const route = { path: '/x', summary: 'x' } as const;
    // @ts-expect-error a read without access
    operation({ ...route, method: 'GET' });
    // @ts-expect-error a write without an audit event
    operation({
      ...route,
      method: 'POST',
      access: { kind: 'authenticated' },
    });
    // @ts-expect-error a public operation without its reason
    operation({ ...route, method: 'GET', access: { kind: 'public' } });
    expect(listOperations(contract)).toHaveLength(2);
  });
});

describe('listOperations', () => {
  it('names every operation with its metadata', () => {
    expect(listOperations(contract)[1]).toEqual({
      name: 'tenants.update',
      method: 'PUT',
      path: '/tenants/{id}',
      summary: 'Rename a tenant',
      access: { kind: 'permission', permission: update },
      audit: { event: 'tenant-update', severity: 'medium' },
    });
  });
});

describe('createContractClient', () => {
  it('sends the operation to its path and parses the answer', async () => {
    const seen: string[] = [];
    const client = createContractClient(contract, {
      baseUrl: 'http://localhost/api/demo',
      fetch: async request => {
        seen.push(`${request.method} ${request.url}`);
        return answer(200, { id: 'life', name: '寿险' })();
      },
    });
    await expect(client.tenants.get({ id: 'life' })).resolves.toEqual({
      id: 'life',
      name: '寿险',
    });
    expect(seen).toEqual(['GET http://localhost/api/demo/tenants/life']);
  });

  it("throws the server's error with its name, sentence and status", async () => {
    const client = createContractClient(contract, {
      baseUrl: 'http://localhost/api/demo',
      fetch: answer(404, {
        error: { name: 'NotFoundError', message: "There is no tenant 'x'" },
        response: { statusCode: 404 },
      }),
    });
    await expect(client.tenants.get({ id: 'x' })).rejects.toMatchObject({
      name: 'NotFoundError',
      message: "There is no tenant 'x'",
      status: 404,
      statusCode: 404,
    });
  });

  it('does not hide an answer that is not of Backstage', async () => {
    const client = createContractClient(contract, {
      baseUrl: 'http://localhost/api/demo',
      fetch: answer(502, 'Bad gateway'),
    });
    await expect(client.tenants.get({ id: 'x' })).rejects.toMatchObject({
      status: 502,
    });
  });
});
