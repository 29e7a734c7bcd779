import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { JsonValue } from '@backstage/types';
import type {
  RequestDetail,
  RequestPayload,
} from '@caas/plugin-approvals-common';
import { newsOf } from '../domain/newsOf';
import { newsOfEvidence } from '../domain/newsOfEvidence';
import { findNamespace } from '../services/findNamespace';
import type { Portal } from '../services/Portal';
import { presentNamespace } from '../services/presentNamespace';

type Zod = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

const askOf = (z: Zod) => ({
  kind: z.string().max(100).describe('Such as namespace.create'),
  tenant: z.string().max(63).describe('Code of a tenant, such as life'),
  payload: z
    .record(z.string().max(100), z.custom<JsonValue>())
    .describe(
      "What is asked for, as the kind wants it. Of namespace.create: name, cluster, environment, cpu ('2'), memory ('4Gi'), and leaseUntil ('2026-12-22') outside of production",
    ),
});

const requestOf = (z: Zod) => ({
  id: z.string(),
  state: z.string(),
  title: z.object({ 'zh-CN': z.string(), en: z.string() }),
  link: z.string(),
  timeline: z.array(z.string()),
});

/**
 * The same operations for assistants (MCP) and whoever else uses Backstage's registry of actions. Each is done as the person
 * who calls; what they may not do is refused as on the pages. Nothing here decides a request: only people do.
 */
export function registerPortalActions(
  registry: ActionsRegistryService,
  { portal }: { portal: Portal },
): void {
  const present = (request: RequestDetail) => ({
    id: request.id,
    state: request.state,
    title: request.title,
    link: portal.linkOf(request.id),
    timeline: newsOf(undefined, request),
  });

  registry.register({
    name: 'preview-request',
    title: '试算资源申请 / Preview a request',
    description:
      'Checks a request for resources without submitting it: what it would make, and what speaks for and against it. Kinds are namespace.create, namespace.resize, namespace.renew, namespace.delete and tenant.quota.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z => z.object(askOf(z)),
      output: z => z.object({ evidence: z.array(z.string()) }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        evidence: newsOfEvidence(
          await portal
            .as(credentials)
            .preview({ ...input, payload: input.payload as RequestPayload }),
        ),
      },
    }),
  });

  registry.register({
    name: 'submit-request',
    title: '提交资源申请 / Submit a request',
    description:
      'Submits a request for resources as the person who calls. It is decided by people, as the approval policy says; look at it with get-request. Give an idempotencyKey, so that a repeated call makes one request.',
    attributes: { readOnly: false, idempotent: false, destructive: false },
    schema: {
      input: z =>
        z.object({
          ...askOf(z),
          purpose: z
            .string()
            .max(500)
            .describe('What it is for, in 5 to 500 characters'),
          idempotencyKey: z.string().min(8).max(64).optional(),
        }),
      output: z => z.object(requestOf(z)),
    },
    action: async ({ input, credentials }) => ({
      output: present(
        await portal
          .as(credentials)
          .submit({ ...input, payload: input.payload as RequestPayload }),
      ),
    }),
  });

  registry.register({
    name: 'get-request',
    title: '查看资源申请 / Look at a request',
    description:
      'Says how far a request for resources is, and what has happened to it.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z => z.object({ id: z.string().min(1).max(64) }),
      output: z => z.object(requestOf(z)),
    },
    action: async ({ input, credentials }) => ({
      output: present(await portal.as(credentials).getRequest(input.id)),
    }),
  });

  registry.register({
    name: 'fetch-namespace',
    title: '查找命名空间 / Find a namespace',
    description:
      'Finds a namespace by its id, or by tenant, cluster, environment and name together, among those that the person who calls may see: its state and its lease.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          id: z.string().max(64).optional(),
          tenant: z.string().max(30).optional(),
          cluster: z.string().max(63).optional(),
          environment: z.string().max(63).optional(),
          name: z.string().max(63).optional(),
        }),
      output: z =>
        z.object({
          id: z.string(),
          name: z.string(),
          tenant: z.string(),
          cluster: z.string(),
          environment: z.string(),
          state: z.string(),
          leaseUntil: z.string().optional(),
          leaseStage: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => ({
      output: presentNamespace(
        await findNamespace(portal.as(credentials), input),
      ),
    }),
  });
}
