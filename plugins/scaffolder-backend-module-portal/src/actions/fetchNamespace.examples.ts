import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const exampleOf = (input: object) =>
  stringify({
    steps: [
      {
        id: 'namespace',
        name: '查找命名空间 / Find the namespace',
        action: 'caas:namespace:fetch',
        input,
      },
    ],
  });

/** How the action is used, as the page of the installed actions shows it. */
export const fetchNamespaceExamples: TemplateExample[] = [
  {
    description:
      '按租户、集群、环境和名称查找 / Find it by tenant, cluster, environment and name',
    example: exampleOf({
      tenant: 'life',
      cluster: 'nonprod',
      environment: 'dev',
      name: 'pay',
    }),
  },
  {
    description: '按编号查找 / Find it by its id',
    example: exampleOf({ id: '${{ parameters.namespace }}' }),
  },
];
