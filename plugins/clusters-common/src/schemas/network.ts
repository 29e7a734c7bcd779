import { z } from 'zod';
import { inNamespace } from './inNamespace';

/** A port that a Service offers, and where it leads. @public */
export const servicePort = z.object({
  name: z.string().optional(),
  protocol: z.string(),
  port: z.number().int(),
  /** A number, or the name of a port of the pods. */
  targetPort: z.string().optional(),
  nodePort: z.number().int().optional(),
});

/** A Service as it stands on its cluster. @public */
export const service = z.object({
  ...inNamespace,
  type: z.string(),
  /** `None` for a headless one. */
  clusterIp: z.string().optional(),
  /** Where it is reached from outside of the cluster. */
  addresses: z.array(z.string()),
  ports: z.array(servicePort),
  createdAt: z.string().optional(),
});

/** @public */
export type Service = z.infer<typeof service>;

/** Where a request goes: the address that it has, and the Service that gets it. @public */
export const trafficRule = z.object({
  /** Every host without it. */
  host: z.string().optional(),
  /** Such as `/api`, or what a route asks of a request beyond its path. */
  path: z.string(),
  /** As `name:port`, or `namespace/name:port` for one of another namespace; several share the requests by their weight. */
  backends: z.array(
    z.object({ name: z.string(), weight: z.number().int().optional() }),
  ),
});

/** @public */
export type TrafficRule = z.infer<typeof trafficRule>;

/** An Ingress as it stands on its cluster. @public */
export const ingress = z.object({
  ...inNamespace,
  className: z.string().optional(),
  addresses: z.array(z.string()),
  /** Hosts that are served with a certificate. */
  tlsHosts: z.array(z.string()),
  rules: z.array(trafficRule),
  createdAt: z.string().optional(),
});

/** @public */
export type Ingress = z.infer<typeof ingress>;

/**
 * Whether a controller serves something: `accepted`; `refused`, with the reason; `waiting` while none has said anything.
 *
 * @public
 */
export const servingState = z.enum(['accepted', 'refused', 'waiting']);

/** @public */
export type ServingState = z.infer<typeof servingState>;

/** An HTTPRoute of the Gateway API as it stands on its cluster. @public */
export const route = z.object({
  ...inNamespace,
  state: servingState,
  /** Why it is refused, in a sentence of its controller. */
  reason: z.string().optional(),
  hostnames: z.array(z.string()),
  /** Gateways that it wants to be served by, as `namespace/name`. */
  gateways: z.array(z.string()),
  rules: z.array(trafficRule),
  createdAt: z.string().optional(),
});

/** @public */
export type Route = z.infer<typeof route>;

/** A Gateway of the Gateway API as it stands on its cluster. @public */
export const gateway = z.object({
  ...inNamespace,
  state: servingState,
  reason: z.string().optional(),
  className: z.string().optional(),
  addresses: z.array(z.string()),
  listeners: z.array(
    z.object({
      name: z.string(),
      protocol: z.string(),
      port: z.number().int(),
      hostname: z.string().optional(),
    }),
  ),
  createdAt: z.string().optional(),
});

/** @public */
export type Gateway = z.infer<typeof gateway>;
