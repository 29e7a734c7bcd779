const TENANT_ADMIN = `{ title: { zh-CN: 租户, en: Tenant }, approvers: [{ tenantRole: tenant-admin }], dueHours: 24 }`;
const PLATFORM_ADMIN = `{ title: { zh-CN: 平台, en: Platform }, approvers: [{ platformRole: platform-admin }] }`;

/** One rule of a policies file. */
export function rule(name: string, when: string, ...stages: string[]): string {
  return `  - name: ${name}\n    when: ${JSON.stringify(when)}\n    stages:\n${stages.map(stage => `      - ${stage}\n`).join('')}`;
}

/** An urgent request needs the platform administrators only. */
export const ADMIN_STAGE = rule(
  'urgent',
  "kind == 'demo.make' && has(payload.urgent)",
  PLATFORM_ADMIN,
);

export const TWO_STAGES = rule(
  'two-stages',
  "kind == 'demo.make' && !has(payload.urgent)",
  TENANT_ADMIN,
  PLATFORM_ADMIN,
);

/** One stage of the tenant administrators, passed as `mode` says: `any`, `all`, `{ quorum: 2 }`. */
export function oneStage(mode: string): string {
  return rule(
    'one-stage',
    'true',
    `{ title: { zh-CN: 租户, en: Tenant }, approvers: [{ tenantRole: tenant-admin }], rule: ${mode} }`,
  );
}

export const AUTOMATIC = `  - name: automatic
    when: 'true'
    automatic: { reason: { zh-CN: 自动, en: Small enough } }
`;

export function rulesFile(...rules: string[]): string {
  return `rules:\n${rules.join('')}`;
}
