/** A service of the catalog as it runs on a cluster. */
export type Service = {
  /** Name of its component in the catalog. */
  name: string;
  /** Instances in production; elsewhere there is one. */
  replicas: number;
  /** Whether people reach it from outside. */
  host?: string;
  /** Whether it follows the load, in production. */
  scales?: boolean;
  /** The partition of nodes that it runs on, where it is not the general one. */
  partition?: 'dmz';
  /** Work that it does at a time, as a CronJob of this name. */
  job?: { name: string; schedule: string };
  /** The environments in which it is; all of its namespace unless told. */
  environments?: readonly string[];
  /** What is wrong with it, and where: so that there is something to find. */
  trouble?: { environment: string; kind: 'missing-image' | 'crash-loop' };
};

/** The namespaces of one team's services, one for each environment. */
export type Landscape = {
  tenant: 'life' | 'property';
  /** The middle of the names of the namespaces: `life-policy-core-dev`. */
  name: string;
  environments: readonly string[];
  services: readonly Service[];
  /** The caches of the catalog that these services have, each with a volume, on the nodes for data. */
  caches?: readonly string[];
};

const ALL = ['dev', 'test', 'staging', 'prod'] as const;
const WITHOUT_STAGING = ['dev', 'test', 'prod'] as const;

/** Which cluster has an environment. */
export const clusterOf = (environment: string): string =>
  environment === 'prod' ? 'prod' : 'nonprod';

/**
 * The services of the catalog (`catalog/systems`), in the namespaces of the tenants that own them.
 *
 * These namespaces stand for what was there before the portal: no request made them, and no apply set may take them over.
 */
export const LANDSCAPES: readonly Landscape[] = [
  {
    tenant: 'life',
    name: 'policy-core',
    environments: ALL,
    services: [
      { name: 'policy-service', replicas: 3, scales: true },
      { name: 'product-service', replicas: 2 },
      { name: 'underwriting-service', replicas: 2 },
      { name: 'premium-service', replicas: 2 },
      {
        name: 'renewal-service',
        replicas: 1,
        job: { name: 'renewal-nightly', schedule: '0 18 * * *' },
        trouble: { environment: 'test', kind: 'crash-loop' },
      },
    ],
    caches: ['product-cache'],
  },
  {
    tenant: 'life',
    name: 'customer-channel',
    environments: WITHOUT_STAGING,
    services: [
      {
        name: 'app-gateway',
        replicas: 3,
        host: 'app',
        scales: true,
        partition: 'dmz',
      },
      { name: 'customer-service', replicas: 2 },
      { name: 'agent-service', replicas: 2 },
      { name: 'notification-service', replicas: 2 },
    ],
    caches: ['session-cache'],
  },
  {
    tenant: 'property',
    name: 'claims',
    environments: ALL,
    services: [
      {
        name: 'claim-intake-service',
        replicas: 3,
        host: 'claims',
        scales: true,
      },
      { name: 'claim-assessment-service', replicas: 2 },
      { name: 'claim-payment-service', replicas: 2 },
      { name: 'fraud-service', replicas: 2 },
    ],
  },
  {
    tenant: 'property',
    name: 'motor',
    environments: WITHOUT_STAGING,
    services: [
      { name: 'motor-pricing-service', replicas: 2 },
      {
        // It is an experiment still.
        name: 'repair-network-service',
        replicas: 1,
        environments: ['dev', 'test'],
        trouble: { environment: 'test', kind: 'missing-image' },
      },
    ],
  },
];
