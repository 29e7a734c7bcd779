import { InputError } from '@backstage/errors';
import {
  ENVIRONMENTS,
  TENANT_ROLES,
  parseCpu,
  claimCount,
  parseMemory,
  podCount,
  usualQuota,
  type Resources,
} from '@caas/plugin-tenancy-common';
import { isMap, isPair, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { userReference, groupReference } from './references';

const MEBIBYTE = 2 ** 20;

const quotaEntry = z
  .strictObject({
    cluster: z.string().trim().min(1).max(63),
    environment: z.enum(ENVIRONMENTS, {
      error: `write one of ${ENVIRONMENTS.join(', ')}`,
    }),
    cpu: amount(
      text => parseCpu(text),
      1,
      "write cores, such as '64' or '500m'",
    ),
    memory: amount(
      text => parseMemory(text),
      MEBIBYTE,
      'write memory with its unit, such as 256Gi',
    ),
    storage: amount(
      text => parseMemory(text),
      0,
      'write storage with its unit, such as 500Gi',
    ).optional(),
    pods: podCount.optional(),
    persistentVolumeClaims: claimCount.optional(),
  })
  .transform(({ cluster, environment, ...amounts }) => {
    const { cpu: cpuMillicores, memory: memoryBytes } = amounts;
    const usual = usualQuota({ cpuMillicores, memoryBytes });
    const hard: Resources = {
      cpuMillicores,
      memoryBytes,
      storageBytes: amounts.storage ?? usual.storageBytes,
      pods: amounts.pods ?? usual.pods,
      persistentVolumeClaims:
        amounts.persistentVolumeClaims ?? usual.persistentVolumeClaims,
    };
    return { cluster, environment, hard };
  });

const tenantEntry = z.strictObject({
  code: z
    .string()
    .regex(
      /^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/,
      'write at most 30 lower case letters, digits and hyphens, beginning with a letter, such as life',
    ),
  name: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().min(1).max(100),
  /** Left out, the portal decides. */
  state: z.enum(['active', 'suspended']).optional(),
  group: groupReference,
  /** Left out, the portal keeps them. */
  contacts: z.array(userReference).max(20).optional(),
  members: z
    .array(
      z.strictObject({
        user: userReference,
        role: z.enum(TENANT_ROLES, {
          error: `write one of ${TENANT_ROLES.join(', ')}`,
        }),
      }),
    )
    .superRefine(unique(({ user, role }) => `${user} as ${role}`))
    .default([]),
  quotas: z
    .array(quotaEntry)
    .superRefine(
      unique(
        ({ cluster, environment }) => `a quota for ${cluster}/${environment}`,
      ),
    )
    .default([]),
});

const tenantsFile = z.strictObject({
  tenants: z
    .array(tenantEntry)
    .superRefine(unique(({ code }) => `tenant '${code}'`)),
});

/** A tenant as the tenants file defines it. */
export type TenantDefinition = z.infer<typeof tenantEntry>;

/**
 * The tenants of a tenants file.
 *
 * @throws InputError that names file, line and column, and says what to write.
 */
export function parseTenantsFile(
  text: string,
  fileName: string,
): TenantDefinition[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${fileName}:${line}:${col}`;
  };
  const [syntaxError] = document.errors;
  if (syntaxError) {
    const [sentence] = syntaxError.message.split(/ at line | in "/);
    throw new InputError(
      `${at(syntaxError.pos[0])}: this is not YAML: ${sentence}`,
    );
  }
  const result = tenantsFile.safeParse(document.toJS());
  if (result.success) return result.data.tenants;
  throw new InputError(
    result.error.issues
      .slice(0, 10)
      .map(
        ({ path, message }) =>
          `${at(offsetOf(document, path))}: ${path.join('.') || 'file'}: ${message}`,
      )
      .join('\n'),
  );
}

/** A quantity that YAML may have read as a number. */
function amount(
  parse: (text: string) => number | undefined,
  least: number,
  advice: string,
) {
  return z.union([z.string(), z.number()], advice).transform((raw, context) => {
    const value = parse(String(raw));
    if (value !== undefined && value >= least) return value;
    context.addIssue(`'${raw}' is not an amount: ${advice}`);
    return z.NEVER;
  });
}

function unique<T>(nameOf: (item: T) => string) {
  return (items: T[], context: z.RefinementCtx) => {
    const seen = new Set<string>();
    items.forEach((item, index) => {
      const name = nameOf(item);
      if (seen.has(name)) {
        context.addIssue({
          code: 'custom',
          path: [index],
          message: `${name} stands here a second time: remove one`,
        });
      }
      seen.add(name);
    });
  };
}

/** Where in the text a path points; where a key is missing, the map that lacks it. */
function offsetOf(document: Document, path: PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as
      { range?: [number, number, number] } | undefined;
    if (!node?.range) continue;
    if (length === path.length || !isMap(node)) return node.range[0];
    const pair = node.items.find(
      item => isPair(item) && String(item.key) === String(path[length]),
    );
    const key = pair?.key as { range?: [number, number, number] } | undefined;
    return key?.range?.[0] ?? node.range[0];
  }
  return 0;
}
