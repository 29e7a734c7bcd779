import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf } from '../../storage/ObjectStore';
import { generatedName } from '../names';
import { ownerReference } from '../ownership';
import type { Pass } from '../Pass';
import { isActive, isReady } from '../podState';
import { isSelected } from '../selection';
import { placeEndpoints } from './placeEndpoints';
import { portsOf, type EndpointPort } from './ports';

const SERVICE = 'kubernetes.io/service-name';

/** Ports by name may differ from pod to pod; the sandbox takes those of the first. */
const samePorts = (
  service: KubernetesObject,
  [first]: readonly KubernetesObject[],
): EndpointPort[] => portsOf(service, first);

/** Says behind each Service which pods it leads to: in EndpointSlices, and in the Endpoints that some still read. */
export function reconcileEndpoints(pass: Pass): void {
  const pods = new Map<string, KubernetesObject[]>();
  const podsOf = (namespace: string) => {
    const known = pods.get(namespace);
    if (known) return known;
    const list = pass.store.list(kindOf('Pod'), namespace);
    pods.set(namespace, list);
    return list;
  };
  for (const service of pass.list('Service')) {
    const { selector, type } = service.spec ?? {};
    if (!selector || type === 'ExternalName') continue;
    const behind = podsOf(service.metadata.namespace ?? '').filter(
      pod =>
        isActive(pod) &&
        pod.spec?.nodeName &&
        pod.status?.podIP &&
        isSelected({ matchLabels: selector }, pod.metadata.labels),
    );
    writeSlices(pass, service, behind);
    writeEndpoints(pass, service, behind);
  }
  dropEndpoints(pass);
}

const headless = ({ spec }: KubernetesObject): Record<string, string> =>
  spec?.clusterIP === 'None' ? { 'service.kubernetes.io/headless': '' } : {};

const targetRef = ({ metadata }: KubernetesObject) => ({
  kind: 'Pod',
  name: metadata.name,
  namespace: metadata.namespace,
  uid: metadata.uid,
});

function writeSlices(
  { store }: Pass,
  service: KubernetesObject,
  pods: readonly KubernetesObject[],
): void {
  const kind = kindOf('EndpointSlice');
  const before = store.ownedBy(service.metadata.uid, kind);
  const { placed, dropped } = placeEndpoints(pods, before);
  for (const slice of dropped) store.remove(kind, slice);
  const ports =
    pods.length > 0
      ? samePorts(service, pods).map(port => ({ name: '', ...port }))
      : null;
  const names = new Set(before.map(({ metadata }) => metadata.name));
  for (const { slice, pods: behind } of placed) {
    const content = {
      addressType: 'IPv4',
      endpoints: behind.length > 0 ? behind.map(endpointOf) : null,
      ports,
    };
    if (slice) {
      store.update(kind, { ...slice, ...content });
    } else {
      const made = newSlice(service, names);
      names.add(made.metadata.name);
      store.create(kind, { ...made, ...content });
    }
  }
}

function endpointOf(pod: KubernetesObject) {
  return {
    addresses: [pod.status?.podIP],
    conditions: {
      ready: isReady(pod),
      serving: isReady(pod),
      terminating: false,
    },
    nodeName: pod.spec?.nodeName,
    targetRef: targetRef(pod),
  };
}

/** A slice of the Service, under a name that none of its slices has. */
function newSlice(
  service: KubernetesObject,
  taken: ReadonlySet<string | undefined>,
) {
  const { name, namespace, uid, labels } = service.metadata;
  const generateName = `${name}-`;
  let seed = uid ?? '';
  while (taken.has(generatedName(generateName, seed))) seed += '+';
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: generatedName(generateName, seed),
      generateName,
      namespace,
      labels: {
        ...labels,
        'endpointslice.kubernetes.io/managed-by':
          'endpointslice-controller.k8s.io',
        [SERVICE]: name,
        ...headless(service),
      },
      ownerReferences: [ownerReference(service)],
    },
  };
}

const MANAGED_BY = 'endpoints.kubernetes.io/managed-by';

function writeEndpoints(
  { store }: Pass,
  service: KubernetesObject,
  pods: readonly KubernetesObject[],
): void {
  const kind = kindOf('Endpoints');
  const { name, namespace, labels } = service.metadata;
  const addresses = (ready: boolean) =>
    pods
      .filter(pod => isReady(pod) === ready)
      .map(pod => ({
        ip: pod.status?.podIP,
        nodeName: pod.spec?.nodeName,
        targetRef: targetRef(pod),
      }));
  const ready = addresses(true);
  const notReady = addresses(false);
  const subsets =
    pods.length === 0
      ? undefined
      : [
          {
            ...(ready.length > 0 && { addresses: ready }),
            ...(notReady.length > 0 && { notReadyAddresses: notReady }),
            ports: samePorts(service, pods),
          },
        ];
  const before = store.find(kind, namespace, name);
  if (before) {
    store.update(kind, { ...before, subsets });
    return;
  }
  store.create(kind, {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: {
      name,
      namespace,
      labels: {
        ...labels,
        [MANAGED_BY]: 'endpoint-controller',
        ...headless(service),
      },
    },
    ...(subsets && { subsets }),
  });
}

/** Endpoints have no owner: they go when there is no Service of their name any more. */
function dropEndpoints(pass: Pass): void {
  for (const endpoints of pass.list('Endpoints')) {
    const { name, namespace, labels } = endpoints.metadata;
    if (!labels?.[MANAGED_BY]) continue;
    if (pass.store.find(kindOf('Service'), namespace, name)) continue;
    pass.store.remove(kindOf('Endpoints'), endpoints);
  }
}
