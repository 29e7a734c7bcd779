import type { Service } from '@caas/plugin-clusters-common';
import type { Watched } from '../Mirror';
import { addressesOf, keepMetadata, type Trimmed } from './trimmed';

/** What a view keeps of a Service. */
export type SeenService = Trimmed<Service>;

export const SERVICES: Watched<SeenService> = {
  path: '/api/v1/services',
  trim: ({ metadata, spec, status }, interner) => ({
    ...keepMetadata(metadata, interner),
    type: interner.text(spec?.type ?? 'ClusterIP'),
    clusterIp: spec?.clusterIP,
    addresses: [
      ...addressesOf(status?.loadBalancer?.ingress),
      ...(spec?.externalIPs ?? []),
      ...(spec?.externalName ? [spec.externalName] : []),
    ],
    ports: (spec?.ports ?? []).map((port: ServicePort) => ({
      name: interner.text(port.name),
      protocol: interner.text(port.protocol ?? 'TCP'),
      port: port.port,
      targetPort: interner.text(port.targetPort?.toString()),
      nodePort: port.nodePort,
    })),
  }),
};

type ServicePort = {
  name?: string;
  protocol?: string;
  port: number;
  targetPort?: number | string;
  nodePort?: number;
};
