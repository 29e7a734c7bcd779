import type { Refusal } from './Refusal';

const containers = [{ name: 'main', image: 'a:1' }];
const labels = { app: 'x' };
const selector = { matchLabels: labels };
const template = { metadata: { labels }, spec: { containers } };
const withContainers = (...given: object[]) => ({
  selector,
  template: { metadata: { labels }, spec: { containers: given } },
});
const rolling = (rollingUpdate: object) => ({
  selector,
  template,
  strategy: { type: 'RollingUpdate', rollingUpdate },
});

const LABEL =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

const empty =
  '[spec.selector: Required value, spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`, spec.template.spec.containers: Required value]';

/** Workloads whose pods never end. */
export const WORKLOADS: Refusal[] = [
  ['Deployment', {}, empty],
  ['ReplicaSet', {}, empty],
  ['StatefulSet', {}, empty],
  [
    'DaemonSet',
    {},
    '[spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`, spec.template.spec.containers: Required value]',
  ],
  [
    'Deployment',
    { replicas: -1, selector, template },
    'spec.replicas: Invalid value: -1: must be greater than or equal to 0',
  ],
  [
    'Deployment',
    withContainers({ name: 'a' }),
    'spec.template.spec.containers[0].image: Required value',
  ],
  [
    'Deployment',
    withContainers({ image: 'a' }),
    'spec.template.spec.containers[0].name: Required value',
  ],
  [
    'Deployment',
    withContainers({ name: 'a', image: 'a' }, { name: 'a', image: 'a' }),
    'spec.template.spec.containers[1].name: Duplicate value: "a"',
  ],
  [
    'Deployment',
    withContainers({ name: 'A_b', image: 'a' }),
    `spec.template.spec.containers[0].name: Invalid value: "A_b": ${LABEL}`,
  ],
  [
    'Deployment',
    withContainers({
      name: 'a',
      image: 'a',
      volumeMounts: [{ name: 'v', mountPath: '/v' }],
    }),
    'spec.template.spec.containers[0].volumeMounts[0].name: Not found: "v"',
  ],
  [
    'Deployment',
    withContainers({
      name: 'a',
      image: 'a',
      resources: { requests: { cpu: '2' }, limits: { cpu: '1' } },
    }),
    'spec.template.spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1',
  ],
  [
    'Deployment',
    withContainers({
      name: 'a',
      image: 'a',
      ports: [{ containerPort: 0 }, { containerPort: 70000 }],
    }),
    '[spec.template.spec.containers[0].ports[0].containerPort: Required value, spec.template.spec.containers[0].ports[1].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive]',
  ],
  [
    'Deployment',
    {
      selector,
      template: { ...template, spec: { containers, restartPolicy: 'Never' } },
    },
    'spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
  ],
  [
    'Deployment',
    rolling({ maxSurge: 0, maxUnavailable: 0 }),
    'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when `maxSurge` is 0',
  ],
  [
    'Deployment',
    rolling({ maxSurge: 'x' }),
    "spec.strategy.rollingUpdate.maxSurge: Invalid value: \"x\": a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
  ],
  [
    'Deployment',
    { selector, template, strategy: { type: 'Other' } },
    'spec.strategy: Unsupported value: {"Type":"Other","RollingUpdate":null}: supported values: "Recreate", "RollingUpdate"',
  ],
  [
    'Deployment',
    {
      selector,
      template,
      strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } },
    },
    "spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'",
  ],
  [
    'Deployment',
    { selector, template, minReadySeconds: 10, progressDeadlineSeconds: 5 },
    'spec.progressDeadlineSeconds: Invalid value: 5: must be greater than minReadySeconds',
  ],
  [
    'StatefulSet',
    {
      selector,
      template,
      podManagementPolicy: 'No',
      updateStrategy: { type: 'No' },
    },
    '[spec.podManagementPolicy: Invalid value: "No": must be \'OrderedReady\' or \'Parallel\', spec.updateStrategy: Invalid value: {"Type":"No","RollingUpdate":null}: must be \'RollingUpdate\' or \'OnDelete\']',
  ],
];
