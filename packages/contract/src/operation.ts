import type { Permission } from '@backstage/plugin-permission-common';
import { oc } from '@orpc/contract';

/**
 * Who may call an operation.
 *
 * @remarks
 * `permission` is asked of the policy before the handler runs. When the permission has a resource type the
 * policy answers with conditions, and the service holds them against the row it loaded (see `RowAccess`).
 *
 * @public
 */
export type Access =
  | { kind: 'public'; because: string }
  | { kind: 'authenticated' }
  | { kind: 'service' }
  | { kind: 'permission'; permission: Permission };

/**
 * What the audit trail records about an operation. `event` is kebab-case, without the plugin's id.
 *
 * @public
 */
export type Audit = {
  event: string;
  severity: 'low' | 'medium' | 'high' | 'critical';
};

/** The metadata that every operation carries. @public */
export type OperationMeta = { access: Access; audit?: Audit };

type Route = { path: `/${string}`; summary: string; successStatus?: number };

/** An operation that changes nothing. @public */
export type ReadOperation = Route & {
  method: 'GET';
  access: Access;
  audit?: Audit;
};

/** An operation that changes state: it cannot be declared without its audit event. @public */
export type WriteOperation = Route & {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  access: Access;
  audit: Audit;
};

/**
 * Declares one operation of a domain's contract.
 *
 * @remarks
 * Leaving out `access`, or `audit` on anything but a GET, does not compile. Follow it with `.input(schema)`
 * and `.output(schema)`.
 *
 * @public
 */
export function operation(spec: ReadOperation | WriteOperation) {
  const { access, audit, ...route } = spec;
  return oc.$meta<OperationMeta>({ access, audit }).route(route);
}
