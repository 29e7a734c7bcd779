import type {
  AccessReason,
  PersonAccess,
  TenantRole,
} from '@caas/plugin-tenancy-common';

/** A role of a person, built-in or custom, as the operations of members name it. */
export type RoleChoice = { role: TenantRole } | { customRole: string };

/** One role of a person, with why they have it. */
export type RoleLine = {
  key: string;
  choice: RoleChoice;
  /** Its names, when it is a custom one. */
  custom?: { name: string; nameEn: string };
  reasons: AccessReason[];
  /** Whether it was given in the portal, and can be taken away there. */
  isGiven: boolean;
};

/** Every role of a person, the built-in ones first. */
export function roleLinesOf(person: PersonAccess): RoleLine[] {
  const isGiven = (reasons: AccessReason[]) =>
    reasons.some(({ source }) => source === 'portal');
  return [
    ...person.roles.map(({ role, reasons }) => ({
      key: role,
      choice: { role },
      reasons,
      isGiven: isGiven(reasons),
    })),
    ...person.customRoles.map(({ code, name, nameEn, reasons }) => ({
      key: `custom ${code}`,
      choice: { customRole: code },
      custom: { name, nameEn },
      reasons,
      isGiven: isGiven(reasons),
    })),
  ];
}
