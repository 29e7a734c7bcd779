import type { Schema } from '../customResources/schema';
import type { KubernetesObject } from '../storage/KubernetesObject';

const GROUP = 'gateway.networking.k8s.io';

/** Parts of the schema that nothing here looks into. */
const anything: Schema = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};
const list = (items: Schema, maxItems: number): Schema => ({
  type: 'array',
  items,
  maxItems,
});
const text = (maxLength: number): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength,
});

type Definition = {
  kind: string;
  plural: string;
  shortNames?: string[];
  isClusterWide?: boolean;
  spec: Schema;
  columns: { name: string; type: string; jsonPath: string }[];
};

/** A custom resource definition of the Gateway API; as on other clusters its kinds are none of Kubernetes' own. */
function definition(options: Definition): KubernetesObject {
  const { kind, plural, shortNames, isClusterWide, spec, columns } = options;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${GROUP}`,
      annotations: {
        [`${GROUP}/bundle-version`]: 'v1.3.0',
        [`${GROUP}/channel`]: 'standard',
      },
    },
    spec: {
      group: GROUP,
      names: {
        kind,
        plural,
        singular: kind.toLowerCase(),
        categories: ['gateway-api'],
        ...(shortNames && { shortNames }),
      },
      scope: isClusterWide ? 'Cluster' : 'Namespaced',
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          subresources: { status: {} },
          additionalPrinterColumns: [
            ...columns,
            {
              name: 'Age',
              type: 'date',
              jsonPath: '.metadata.creationTimestamp',
            },
          ],
          schema: {
            openAPIV3Schema: {
              type: 'object',
              required: ['spec'],
              properties: {
                apiVersion: { type: 'string' },
                kind: { type: 'string' },
                metadata: { type: 'object' },
                spec,
                status: anything,
              },
            },
          },
        },
      ],
    },
  };
}

const parentRef: Schema = {
  type: 'object',
  required: ['name'],
  properties: {
    group: { type: 'string', default: GROUP },
    kind: { type: 'string', default: 'Gateway' },
    namespace: text(63),
    name: text(253),
    sectionName: text(253),
    port: { type: 'integer', minimum: 1, maximum: 65535 },
  },
};

const backendRef: Schema = {
  type: 'object',
  required: ['name'],
  properties: {
    group: { type: 'string', default: '' },
    kind: { type: 'string', default: 'Service' },
    namespace: text(63),
    name: text(253),
    port: { type: 'integer', minimum: 1, maximum: 65535 },
    weight: { type: 'integer', minimum: 0, maximum: 1_000_000, default: 1 },
    filters: list(anything, 16),
  },
};

const match: Schema = {
  type: 'object',
  properties: {
    path: {
      type: 'object',
      default: { type: 'PathPrefix', value: '/' },
      properties: {
        type: {
          type: 'string',
          enum: ['Exact', 'PathPrefix', 'RegularExpression'],
          default: 'PathPrefix',
        },
        value: { type: 'string', maxLength: 1024, default: '/' },
      },
    },
    headers: list(anything, 16),
    queryParams: list(anything, 16),
    method: { type: 'string' },
  },
};

const listener: Schema = {
  type: 'object',
  required: ['name', 'port', 'protocol'],
  properties: {
    name: text(253),
    hostname: text(253),
    port: { type: 'integer', minimum: 1, maximum: 65535 },
    protocol: text(255),
    tls: anything,
    allowedRoutes: {
      ...anything,
      default: { namespaces: { from: 'Same' } },
    },
  },
};

/** The standard channel of the Gateway API, as far as the portal reads it. */
export const GATEWAY_API: readonly KubernetesObject[] = [
  definition({
    kind: 'GatewayClass',
    plural: 'gatewayclasses',
    shortNames: ['gc'],
    isClusterWide: true,
    columns: [
      { name: 'Controller', type: 'string', jsonPath: '.spec.controllerName' },
      {
        name: 'Accepted',
        type: 'string',
        jsonPath: '.status.conditions[?(@.type=="Accepted")].status',
      },
    ],
    spec: {
      type: 'object',
      required: ['controllerName'],
      properties: {
        controllerName: text(253),
        description: { type: 'string', maxLength: 64 },
        parametersRef: anything,
      },
    },
  }),
  definition({
    kind: 'Gateway',
    plural: 'gateways',
    shortNames: ['gtw'],
    columns: [
      { name: 'Class', type: 'string', jsonPath: '.spec.gatewayClassName' },
      {
        name: 'Address',
        type: 'string',
        jsonPath: '.status.addresses[*].value',
      },
      {
        name: 'Programmed',
        type: 'string',
        jsonPath: '.status.conditions[?(@.type=="Programmed")].status',
      },
    ],
    spec: {
      type: 'object',
      required: ['gatewayClassName', 'listeners'],
      properties: {
        gatewayClassName: text(253),
        listeners: { ...list(listener, 64), minItems: 1 },
        addresses: list(anything, 16),
        infrastructure: anything,
      },
    },
  }),
  definition({
    kind: 'HTTPRoute',
    plural: 'httproutes',
    columns: [
      { name: 'Hostnames', type: 'string', jsonPath: '.spec.hostnames' },
    ],
    spec: {
      type: 'object',
      properties: {
        parentRefs: list(parentRef, 32),
        hostnames: list(text(253), 16),
        rules: list(
          {
            type: 'object',
            properties: {
              name: text(253),
              matches: list(match, 64),
              filters: list(anything, 16),
              backendRefs: list(backendRef, 16),
              timeouts: anything,
            },
          },
          16,
        ),
      },
    },
  }),
];

/** The controller that carries out Gateways of this cluster. */
export const GATEWAY_CONTROLLER = 'sandbox.caas.io/gateway';

export const GATEWAY_CLASS: KubernetesObject = {
  apiVersion: `${GROUP}/v1`,
  kind: 'GatewayClass',
  metadata: { name: 'sandbox' },
  spec: { controllerName: GATEWAY_CONTROLLER },
};
