import { createOpenApiDocument, type Contracts } from '@caas/contract-node';
import { stringify } from 'yaml';

/** How the catalog calls the interface of a plugin. */
const NAMES: Record<string, { title: string; description: string }> = {
  clusters: {
    title: '门户接口：集群',
    description:
      '集群、命名空间与下发对象。Clusters, what stands on them, and what domains put there.',
  },
  tenancy: {
    title: '门户接口：租户',
    description:
      '租户、成员、配额与命名空间。Tenants, their members, quotas and namespaces.',
  },
  approvals: {
    title: '门户接口：资源申请',
    description: '申请与审批。Requests, and what is decided about them.',
  },
  audit: {
    title: '门户接口：审计',
    description: '审计记录。Who did what, when, from where.',
  },
};

const HEADER =
  '# Generated from the contracts by `yarn docs:generate`; change a contract, not this file.\n';

/** Lines are kept whole, and documents inside read as they are. */
const toYaml = (value: unknown) =>
  stringify(value, {
    aliasDuplicateObjects: false,
    blockQuote: 'literal',
    lineWidth: 0,
  });

/** The interfaces of the portal as entities of the catalog, each with its OpenAPI document. */
export async function renderApiEntities(contracts: Contracts): Promise<string> {
  const entities = await Promise.all(
    Object.entries(contracts).map(async ([pluginId, contract]) => {
      const { title, description } = NAMES[pluginId] ?? {};
      if (!title) {
        throw new Error(
          `Say in tools/docs/renderApiEntities.ts how the catalog calls the interface of '${pluginId}'.`,
        );
      }
      const document = await createOpenApiDocument({ title, contract });
      const { openapi, info, paths, components } = document;
      const readable = {
        openapi,
        info: { ...info, description },
        servers: [{ url: `/api/${pluginId}` }],
        paths,
        components,
      };
      return {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'API',
        metadata: {
          name: `caas-${pluginId}-api`,
          title,
          description,
          tags: ['rest'],
        },
        spec: {
          type: 'openapi',
          lifecycle: 'production',
          owner: 'platform',
          system: 'caas-portal',
          definition: toYaml(readable),
        },
      };
    }),
  );
  return HEADER + entities.map(toYaml).join('---\n');
}
