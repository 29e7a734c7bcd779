import { bilingual } from '@caas/contract';
import { z } from 'zod';
import { clusterName } from './clusterName';

/** Environments that namespaces on a cluster may have. @public */
export const CLUSTER_ENVIRONMENTS = ['dev', 'test', 'staging', 'prod'] as const;

/** A name that a cluster may be given; it is stored with everything that is put there, and never changes. @public */
export const newClusterName = clusterName.regex(
  /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
  'Write lower case letters, digits and hyphens, at most 63',
);

const clusterTitle = z
  .string()
  .trim()
  .min(1, 'Write a title')
  .max(100, 'A title has at most 100 characters');

/** Address of an API server. Only https: the token goes along with every call. @public */
export const clusterUrl = z
  .string()
  .trim()
  .max(500, 'An address has at most 500 characters')
  .regex(
    /^https:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/,
    'Write the address of the API server, like https://10.0.0.1:6443',
  )
  .refine(
    address => URL.canParse(address),
    'Write the address of the API server, like https://10.0.0.1:6443',
  )
  .transform(address => address.replace(/\/$/, ''));

/** Certificate authority in PEM; an empty one trusts what the system trusts. @public */
export const clusterCa = z
  .string()
  .trim()
  .max(50_000, 'A certificate authority has at most 50,000 characters')
  .refine(
    text => text === '' || /^-----BEGIN CERTIFICATE-----\s/.test(text),
    'Write the certificate in PEM: it begins with -----BEGIN CERTIFICATE-----',
  );

/** Token of the portal's service account. Sentences about it never quote it. @public */
export const clusterToken = z
  .string()
  .trim()
  .max(10_000, 'A token has at most 10,000 characters')
  .regex(/^[\x21-\x7e]*$/, 'A token is one word of visible ASCII characters');

/** What is said of a cluster besides its name. @public */
export const clusterDescription = z.object({
  /** Chinese title, and English one. */
  title: clusterTitle,
  titleEn: clusterTitle,
  environments: z
    .array(
      z.enum(CLUSTER_ENVIRONMENTS, {
        error: `Choose from the environments ${CLUSTER_ENVIRONMENTS.join(', ')}`,
      }),
    )
    .min(1, 'Choose an environment')
    .max(CLUSTER_ENVIRONMENTS.length)
    .transform(chosen =>
      CLUSTER_ENVIRONMENTS.filter(environment => chosen.includes(environment)),
    ),
  /** Where it stands, such as a city. */
  region: z
    .string()
    .trim()
    .max(63, 'A region has at most 63 characters')
    .optional(),
});

/** How a cluster is reached. @public */
export const clusterConnection = z.object({
  url: clusterUrl,
  ca: clusterCa.default(''),
  token: clusterToken.min(1, 'Write the token of the service account'),
});

/**
 * What was looked at of a connection: its `address`, the `connection` itself, its `certificate`, the `token`, the
 * `version` of the cluster, and a `right` each.
 *
 * @public
 */
export const connectionCheckId = z.enum([
  'address',
  'connection',
  'certificate',
  'token',
  'version',
  'right',
]);

/** One thing that was looked at, and what was found. @public */
export const connectionCheck = z.object({
  id: connectionCheckId,
  /** `missing` is a gap that can be lived with; `failed` keeps the cluster from being saved. */
  status: z.enum(['ok', 'missing', 'failed']),
  /** What was found, and what to do about it. */
  message: bilingual,
  /** The right that was asked about. */
  right: z
    .object({
      /** What it is for: seeing, putting apply sets, or acting on what runs. */
      use: z.enum(['views', 'apply-sets', 'actions']),
      verbs: z.array(z.string()),
      /** As Kubernetes writes it: `pods/log`, `deployments.apps`. */
      resource: z.string(),
    })
    .optional(),
});

/** @public */
export type ConnectionCheck = z.infer<typeof connectionCheck>;

/** What the test of a connection found. @public */
export const connectionTest = z.object({
  /** The cluster may be saved: nothing failed. */
  isUsable: z.boolean(),
  version: z.string().optional(),
  checks: z.array(connectionCheck),
});

/** @public */
export type ConnectionTest = z.infer<typeof connectionTest>;

/** A registered cluster as those see it who may change it. Its token never leaves. @public */
export const clusterRegistration = z.object({
  name: clusterName,
  title: z.string(),
  titleEn: z.string(),
  environments: z.array(z.enum(CLUSTER_ENVIRONMENTS)),
  region: z.string().optional(),
  url: z.string(),
  ca: z.string(),
  /** Grows with each change; a change names the one that it was made on. */
  version: z.number().int(),
  updatedBy: z.string(),
  updatedAt: z.string(),
});

/** @public */
export type ClusterRegistration = z.infer<typeof clusterRegistration>;

/** What a cluster is registered with. @public */
export const clusterRegistrationInput = clusterDescription
  .extend(clusterConnection.shape)
  .extend({ name: newClusterName });

/** @public */
export type ClusterRegistrationInput = z.infer<typeof clusterRegistrationInput>;

/** A connection of a registered cluster that is tried; an empty token stands for the one that is stored. @public */
export const changedConnection = clusterConnection.extend({
  cluster: clusterName,
  token: clusterToken.default(''),
});

/** @public */
export type ChangedConnection = z.infer<typeof changedConnection>;

/** A change of a registered cluster, made on a version of it. @public */
export const registrationChange = clusterDescription
  .extend(changedConnection.shape)
  .extend({ version: z.number().int().min(1) });

/** @public */
export type RegistrationChange = z.infer<typeof registrationChange>;

/** @public */
export const registrationRemoval = z.object({
  cluster: clusterName,
  version: z.coerce.number().int().min(1),
  /** Remove it although apply sets stand on it: they stall, and what they put there stays. */
  leaveApplySets: z.boolean().default(false),
});

/** @public */
export type RegistrationRemoval = z.infer<typeof registrationRemoval>;
