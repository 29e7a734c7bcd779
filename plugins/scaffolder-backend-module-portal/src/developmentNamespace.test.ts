import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { InputError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderBackend from '@backstage/plugin-scaffolder-backend';
import { contractPlugin } from '@caas/backend-testing';
import { approvalsContract } from '@caas/plugin-approvals-common';
import { namespaceCreatePayload } from '@caas/plugin-tenancy-common';
import request from 'supertest';
import { parse } from 'yaml';
import scaffolderModulePortal from './index';

// A Scaffolder with its database starts in seconds where the machine has much to do.
jest.setTimeout(60_000);

// eslint-disable-next-line no-restricted-syntax -- runs from the sources only, never from a bundle
const TEMPLATES = path.resolve(__dirname, '../../../templates');
const template = parse(
  readFileSync(
    path.join(TEMPLATES, 'development-namespace/template.yaml'),
    'utf8',
  ),
);
const ANSWERS = {
  component: 'component:default/claims-service',
  tenant: 'group:default/life',
  name: 'claims',
  cluster: 'nonprod',
  size: 'medium',
  leaseUntil: '2026-12-31',
  purpose: '联调理赔服务',
};

type Asked = { kind: string; tenant: string; payload: unknown };

/** A Scaffolder with our actions, before a desk that only previews. */
async function start() {
  const previewed: Asked[] = [];
  let submits = 0;
  const { preview, submit } = approvalsContract.requests;
  const approvals = contractPlugin({
    pluginId: 'approvals',
    contract: { requests: { preview, submit } },
    handlers: os =>
      os.router({
        requests: {
          preview: os.requests.preview.handler(({ input }) => {
            previewed.push(input);
            if (input.tenant !== 'life') {
              throw new InputError(`There is no tenant '${input.tenant}'`);
            }
            return {
              title: { 'zh-CN': '创建命名空间', en: 'Create a namespace' },
              payload: input.payload,
              evidence: { items: [], objects: [] },
              policy: { rule: 'development', version: '1' },
              stages: [],
            };
          }),
          submit: os.requests.submit.handler(() => {
            submits += 1;
            throw new InputError('A dry run submits nothing');
          }),
        },
      }),
  });
  const { server } = await startTestBackend({
    features: [
      scaffolderBackend,
      scaffolderModulePortal,
      approvals,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://portal.example' } },
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actionsRegistryServiceMock(),
      }),
    ],
  });
  const dryRun = (values: object) =>
    request(server)
      .post('/api/scaffolder/v2/dry-run')
      .send({ template, values, directoryContents: [] });
  return { dryRun, previewed, submits: () => submits };
}

describe('the template of a development namespace', () => {
  it.each([
    ['small', '1', '2Gi'],
    ['medium', '2', '4Gi'],
    ['large', '4', '8Gi'],
  ])(
    'in a dry run asks what a %s namespace would be, and submits nothing',
    async (size, cpu, memory) => {
      const { dryRun, previewed, submits } = await start();
      const { body, status } = await dryRun({ ...ANSWERS, size });
      expect([status, body.error]).toEqual([200, undefined]);
      expect(previewed).toEqual([
        expect.objectContaining({ kind: 'namespace.create', tenant: 'life' }),
      ]);
      // It is a payload that tenancy takes, as its own contract says.
      expect(namespaceCreatePayload.parse(previewed[0].payload)).toMatchObject({
        name: 'claims',
        cluster: 'nonprod',
        environment: 'dev',
        cpu,
        memory,
        leaseUntil: '2026-12-31',
      });
      expect(submits()).toBe(0);
      expect(body.output.links).toEqual([
        expect.objectContaining({ url: 'http://portal.example/requests/new' }),
      ]);
      // What was not made is not looked for.
      const said = body.log.map(
        (line: { body: { message: string } }) => line.body.message,
      );
      expect(said.join('\n')).toMatch(/Skipping step namespace/);
    },
  );

  it('says in a dry run why the request would be refused', async () => {
    const { dryRun } = await start();
    const { body } = await dryRun({
      ...ANSWERS,
      tenant: 'group:default/property',
    });
    expect(JSON.stringify(body)).toContain("There is no tenant 'property'");
  });

  it.each([
    ['a name with capitals', { name: 'Claims' }],
    ['a name that ends with a hyphen', { name: 'claims-' }],
    ['a name that is too long', { name: 'a'.repeat(21) }],
    ['a size that is not offered', { size: 'huge' }],
    ['a day that is none', { leaseUntil: 'tomorrow' }],
    ['hardly a purpose', { purpose: 'x' }],
    ['no lease', { leaseUntil: undefined }],
  ])('does not take %s', async (_what, change) => {
    const { dryRun, previewed } = await start();
    const { status } = await dryRun({ ...ANSWERS, ...change });
    expect(status).toBe(400);
    expect(previewed).toEqual([]);
  });
});
