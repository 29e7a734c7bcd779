/** What stands in a pod, or in the template of one, that left everything open. */
const POD = {
  restartPolicy: 'Always',
  terminationGracePeriodSeconds: 30,
  dnsPolicy: 'ClusterFirst',
  securityContext: {},
  schedulerName: 'default-scheduler',
};

const CONTAINER = {
  resources: {},
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
};

/** As whoever sends a pod writes it: nothing of it is known yet. */
type Loose = Record<string, any>;

/** The spec of a pod with what Kubernetes fills in. */
export function withPodDefaults(spec: Loose | undefined): Loose | undefined {
  if (typeof spec !== 'object' || spec === null) return spec;
  const { containers, initContainers } = spec;
  return {
    ...POD,
    ...spec,
    ...(Array.isArray(containers) && { containers: containers.map(container) }),
    ...(Array.isArray(initContainers) && {
      initContainers: initContainers.map(container),
    }),
  };
}

function container(given: Loose): Loose {
  const { ports, resources } = given;
  return {
    ...CONTAINER,
    imagePullPolicy: pullPolicy(given.image ?? ''),
    ...given,
    ...(resources && { resources: withRequests(resources) }),
    ...(Array.isArray(ports) && {
      ports: ports.map(port => ({ protocol: 'TCP', ...port })),
    }),
  };
}

/** What is limited and asks for nothing asks for its limit. */
function withRequests({ limits, requests, ...resources }: Loose): Loose {
  const asked = { ...limits, ...requests };
  return {
    ...resources,
    ...(limits && { limits }),
    ...(Object.keys(asked).length > 0 && { requests: asked }),
  };
}

/** An image without a tag, or with `latest`, may be another tomorrow. */
function pullPolicy(image: string): string {
  const tag = /:([^/:@]+)(?:@.+)?$/.exec(image)?.[1];
  const isFixed = image.includes('@') || (tag && tag !== 'latest');
  return isFixed ? 'IfNotPresent' : 'Always';
}
