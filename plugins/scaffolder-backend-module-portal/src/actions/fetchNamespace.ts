import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { findNamespace } from '../services/findNamespace';
import type { Portal } from '../services/Portal';
import { presentNamespace } from '../services/presentNamespace';
import { fetchNamespaceExamples } from './fetchNamespace.examples';

/** Finds a namespace that whoever runs the template may see, so that later steps know where it is. */
export function createFetchNamespaceAction(options: { portal: Portal }) {
  const { portal } = options;
  return createTemplateAction({
    id: 'caas:namespace:fetch',
    description:
      '查找命名空间，返回其集群、状态和租期。/ Finds a namespace: its cluster, state and lease.',
    examples: fetchNamespaceExamples,
    // It only reads.
    supportsDryRun: true,
    schema: {
      input: {
        id: z =>
          z
            .string()
            .max(64)
            .optional()
            .describe('命名空间编号 / Id of the namespace; replaces the rest'),
        tenant: z =>
          z
            .string()
            .max(30)
            .optional()
            .describe('租户代码 / Code of its tenant'),
        cluster: z => z.string().max(63).optional().describe('集群 / Cluster'),
        environment: z =>
          z.string().max(63).optional().describe('环境 / Environment'),
        name: z =>
          z
            .string()
            .max(63)
            .optional()
            .describe(
              '名称 / Name on the cluster, or without tenant and environment',
            ),
      },
      output: {
        id: z => z.string(),
        name: z => z.string().describe('集群中的名称 / Name on the cluster'),
        tenant: z => z.string(),
        cluster: z => z.string(),
        environment: z => z.string(),
        state: z => z.string(),
        leaseUntil: z =>
          z.string().optional().describe('租期截止 / When its lease ends'),
        leaseStage: z =>
          z.string().optional().describe('租期阶段 / How far its lease is'),
      },
    },
    async handler(ctx) {
      const person = portal.as(await ctx.getInitiatorCredentials());
      const namespace = await findNamespace(person, ctx.input);
      const { leaseUntil, leaseStage, ...facts } = presentNamespace(namespace);
      ctx.output('id', facts.id);
      ctx.output('name', facts.name);
      ctx.output('tenant', facts.tenant);
      ctx.output('cluster', facts.cluster);
      ctx.output('environment', facts.environment);
      ctx.output('state', facts.state);
      if (leaseUntil) ctx.output('leaseUntil', leaseUntil);
      if (leaseStage) ctx.output('leaseStage', leaseStage);
      ctx.logger.info(
        `${facts.name}: ${facts.cluster}, ${facts.environment}, ${facts.state}`,
      );
    },
  });
}
