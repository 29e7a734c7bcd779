import type { KubernetesObject } from '../storage/KubernetesObject';
import type { Loose } from './validation/Loose';

/** A NetworkPolicy with what Kubernetes fills in. */
export function networkPolicy(object: KubernetesObject): KubernetesObject {
  const { podSelector, policyTypes, ...spec } = object.spec ?? {};
  const rule = ({ ports, ...rest }: Loose): Loose => ({
    ...rest,
    ...(ports && {
      ports: ports.map((port: Loose) => ({ protocol: 'TCP', ...port })),
    }),
  });
  return {
    ...object,
    spec: {
      ...spec,
      ...(spec.ingress && { ingress: spec.ingress.map(rule) }),
      ...(spec.egress && { egress: spec.egress.map(rule) }),
      podSelector: podSelector ?? {},
      policyTypes: policyTypes ?? [
        'Ingress',
        ...(spec.egress ? ['Egress'] : []),
      ],
    },
  };
}

/** A Service with what Kubernetes fills in, but for its addresses. */
export function service(object: KubernetesObject): KubernetesObject {
  const { ports, ...spec } = object.spec ?? {};
  const type = spec.type ?? 'ClusterIP';
  const isInside = type !== 'ExternalName';
  const isOutside = ['NodePort', 'LoadBalancer'].includes(type);
  return {
    ...object,
    spec: {
      sessionAffinity: 'None',
      ...(isInside && {
        internalTrafficPolicy: 'Cluster',
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
      }),
      ...(isOutside && { externalTrafficPolicy: 'Cluster' }),
      ...(type === 'LoadBalancer' && { allocateLoadBalancerNodePorts: true }),
      ...spec,
      type,
      ...(ports && {
        ports: ports.map((port: Loose) => ({
          protocol: 'TCP',
          targetPort: port.port,
          ...port,
        })),
      }),
    },
  };
}

/** A claim of a volume with what Kubernetes fills in. */
export function claim(object: KubernetesObject): KubernetesObject {
  return { ...object, spec: { volumeMode: 'Filesystem', ...object.spec } };
}

/** A volume with what Kubernetes fills in. */
export function volume(object: KubernetesObject): KubernetesObject {
  return {
    ...object,
    spec: {
      volumeMode: 'Filesystem',
      persistentVolumeReclaimPolicy: 'Retain',
      ...object.spec,
    },
  };
}

export function storageClass(object: KubernetesObject): KubernetesObject {
  return { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate', ...object };
}

export function priorityClass(object: KubernetesObject): KubernetesObject {
  return { preemptionPolicy: 'PreemptLowerPriority', ...object };
}
