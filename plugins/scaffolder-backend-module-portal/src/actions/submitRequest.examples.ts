import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const development = {
  kind: 'namespace.create',
  tenant: '${{ parameters.tenant }}',
  payload: {
    name: '${{ parameters.name }}',
    cluster: 'nonprod',
    environment: 'dev',
    cpu: '2',
    memory: '4Gi',
    leaseUntil: '${{ parameters.leaseUntil }}',
  },
  purpose: '${{ parameters.purpose }}',
};

const exampleOf = (input: object) =>
  stringify({
    steps: [
      {
        id: 'request',
        name: '申请命名空间 / Apply for the namespace',
        action: 'caas:request:submit',
        input,
      },
    ],
  });

/** How the action is used, as the page of the installed actions shows it. */
export const submitRequestExamples: TemplateExample[] = [
  {
    description:
      '申请一个开发命名空间，提交后立即继续 / Apply for a namespace for development, and go on at once',
    example: exampleOf(development),
  },
  {
    description:
      '申请并等待审批和执行完成，最多半小时 / Apply, and wait half an hour at most until it is decided and carried out',
    example: exampleOf({ ...development, wait: true, waitMinutes: 30 }),
  },
  {
    description: '为命名空间续期 / Renew the lease of a namespace',
    example: exampleOf({
      kind: 'namespace.renew',
      tenant: 'life',
      payload: {
        namespace: "${{ steps['namespace'].output.id }}",
        leaseUntil: '${{ parameters.leaseUntil }}',
      },
      purpose: '延长测试周期 / The tests take longer',
    }),
  },
];
