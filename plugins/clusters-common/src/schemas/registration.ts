import { bilingual, says } from '@caas/contract';
import { z } from 'zod';
import { clusterName } from './clusterName';

/** Environments that namespaces on a cluster may have. @public */
export const CLUSTER_ENVIRONMENTS = ['dev', 'test', 'staging', 'prod'] as const;

/** A name that a cluster may be given; it is stored with everything that is put there, and never changes. @public */
export const newClusterName = clusterName.regex(
  /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
  says(
    'Write lower case letters, digits and hyphens, at most 63',
    '请使用小写字母、数字和连字符，最多 63 个字符',
  ),
);

const clusterTitle = z
  .string()
  .trim()
  .min(1, says('Write a title', '请填写标题'))
  .max(100, says('A title has at most 100 characters', '标题最多 100 个字符'));

const ADDRESS_ADVICE = says(
  'Write the address of the API server, like https://10.0.0.1:6443',
  '请填写 API Server 地址，例如 https://10.0.0.1:6443',
);

/** Address of an API server. Only https: the token goes along with every call. @public */
export const clusterUrl = z
  .string()
  .trim()
  .max(
    500,
    says('An address has at most 500 characters', '地址最多 500 个字符'),
  )
  .regex(/^https:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/, ADDRESS_ADVICE)
  .refine(address => URL.canParse(address), ADDRESS_ADVICE)
  .transform(address => address.replace(/\/$/, ''));

/** Certificate authority in PEM; an empty one trusts what the system trusts. @public */
export const clusterCa = z
  .string()
  .trim()
  .max(
    50_000,
    says(
      'A certificate authority has at most 50,000 characters',
      'CA 证书最多 50,000 个字符',
    ),
  )
  .refine(
    text => text === '' || /^-----BEGIN CERTIFICATE-----\s/.test(text),
    says(
      'Write the certificate in PEM: it begins with -----BEGIN CERTIFICATE-----',
      '请填写 PEM 格式的证书，以 -----BEGIN CERTIFICATE----- 开头',
    ),
  );

/** Token of the portal's service account. Sentences about it never quote it. @public */
export const clusterToken = z
  .string()
  .trim()
  .max(
    10_000,
    says('A token has at most 10,000 characters', '令牌最多 10,000 个字符'),
  )
  .regex(
    /^[\x21-\x7e]*$/,
    says(
      'A token is one word of visible ASCII characters',
      '令牌由可见的 ASCII 字符组成，不含空格',
    ),
  );

/** What is said of a cluster besides its name. @public */
export const clusterDescription = z.object({
  /** Chinese title, and English one. */
  title: clusterTitle,
  titleEn: clusterTitle,
  environments: z
    .array(
      z.enum(
        CLUSTER_ENVIRONMENTS,
        says(
          `Choose from the environments ${CLUSTER_ENVIRONMENTS.join(', ')}`,
          `请从以下环境中选择：${CLUSTER_ENVIRONMENTS.join('、')}`,
        ),
      ),
    )
    .min(1, says('Choose an environment', '请选择环境'))
    .max(CLUSTER_ENVIRONMENTS.length)
    .transform(chosen =>
      CLUSTER_ENVIRONMENTS.filter(environment => chosen.includes(environment)),
    ),
  /** Where it stands, such as a city. */
  region: z
    .string()
    .trim()
    .max(63, says('A region has at most 63 characters', '地域最多 63 个字符'))
    .optional(),
});

/** How a cluster is reached. @public */
export const clusterConnection = z.object({
  url: clusterUrl,
  ca: clusterCa.default(''),
  token: clusterToken.min(
    1,
    says('Write the token of the service account', '请填写服务账号令牌'),
  ),
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
