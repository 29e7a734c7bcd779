import { z } from 'zod';
import { tenantCode, userRef } from './schemas';

const LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/**
 * A short name of ours that also stands in names on clusters and in the catalog: a label of RFC 1123 that begins with a
 * letter, of at most 30 characters.
 *
 * @public
 */
export const newCode = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `Write ${what}`)
    .max(30, `${what} has at most 30 characters`)
    .regex(LABEL, {
      error: ({ input }) =>
        `'${input}' cannot be ${what}: use lower case letters, digits and hyphens, begin with a letter and end with a letter or digit, such as life or motor-claims`,
    });

/** A name that people read. @public */
export const displayName = z
  .string()
  .trim()
  .min(1, 'Write a name')
  .max(100, 'A name has at most 100 characters');

/** The version that an edit was made from. @public */
export const editedVersion = z
  .number({ error: 'Say which version you edited' })
  .int()
  .min(1);

/** A project of Harbor, by Harbor's own rule. @public */
export const harborProject = z
  .string()
  .trim()
  .max(255, 'The name of a Harbor project has at most 255 characters')
  .regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/, {
    error: ({ input }) =>
      `'${input}' is no name of a Harbor project: use lower case letters and digits, with single dots, hyphens or underscores between them`,
  });

const facts = z.object({
  name: displayName,
  nameEn: displayName,
  contacts: z.array(userRef).max(20, 'Name at most 20 contacts'),
  budget: z.number().int().min(0).max(1_000_000_000).nullable(),
  harborProject: harborProject.nullable(),
});

/** A tenant to be made. @public */
export const newTenant = facts
  .omit({ budget: true, harborProject: true, contacts: true })
  .extend({
    code: newCode('a tenant code').refine(code => code !== 'default', {
      error:
        "'default' is the namespace of the catalog that belongs to nobody: choose another code",
    }),
    /** A group of the catalog that is the tenant already; left out, the portal makes one. */
    group: z.string().trim().min(1).max(300).optional(),
    /** Who administers it first. */
    admins: z
      .array(userRef)
      .min(1, 'Name at least one tenant administrator')
      .max(20, 'Name at most 20 tenant administrators'),
    contacts: facts.shape.contacts.default([]),
    budget: facts.shape.budget.optional(),
    harborProject: facts.shape.harborProject.optional(),
  });

/** @public */
export type NewTenant = z.infer<typeof newTenant>;

/** What of a tenant is to change; what is left out stays, and null takes away. @public */
export const tenantChange = facts.partial().extend({
  code: tenantCode,
  version: editedVersion,
});

/** @public */
export type TenantChange = z.infer<typeof tenantChange>;

/** The state that a tenant shall have, and why. @public */
export const tenantStateChange = z.object({
  code: tenantCode,
  version: editedVersion,
  state: z.enum(['active', 'suspended', 'closed'], {
    error: 'Choose one of the states active, suspended, closed',
  }),
  reason: z
    .string()
    .trim()
    .min(1, 'Say why: everybody in the tenant reads it')
    .max(500, 'A reason has at most 500 characters'),
});

/** @public */
export type TenantStateChange = z.infer<typeof tenantStateChange>;
