import { withChinese, type OperationMeta, type RowScope } from '@caas/contract';
import type {
  AuditorService,
  AuditorServiceEvent,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  isResourcePermission,
  type BasicPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';
import { checkText } from './checkText';
import { RowAccess } from './RowAccess';

/** What a handler knows about the call that it answers. @public */
export type Call = {
  credentials: BackstageCredentials;
  /** Entity ref of the person, or subject of the service, that calls; undefined for public operations. */
  actor: string | undefined;
  /** What the caller may touch under the operation's permission; everything when it needs none. */
  access: RowAccess;
  /** Adds facts to the audit event of this call, such as what changed. Never put a secret here. */
  note(facts: JsonObject): void;
  request: Request;
};

/** The services that the gate asks. @public */
export type GateServices = {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
};

type Step = {
  context: { request: Request };
  procedure: { '~orpc': { meta: OperationMeta } };
  next(options: { context: Call }): Promise<unknown>;
};

/**
 * The gate that every operation passes: who calls, whether they may, and what is recorded about it.
 *
 * @remarks
 * The audit event is opened before the permission is asked, so that a refused attempt is recorded too, and is
 * closed exactly once with what really happened. A client that hangs up does not undo a change, so the event then
 * still carries the true outcome, with `clientDisconnected`.
 *
 * The tenant of the row that the caller is held against is noted for the handler, so that a tenant's auditor also sees
 * what was refused, and what failed before the handler knew whose row it is.
 */
export function createGate(services: GateServices) {
  return async ({ context, procedure, next }: Step, input: unknown) => {
    const { access, audit } = procedure['~orpc'].meta;
    const { request } = context;
    const credentials = await services.httpAuth.credentials(request as never, {
      allow: principalsFor(access),
    });
    const facts: JsonObject = {};
    const event = audit
      ? await services.auditor.createEvent({
          eventId: audit.event,
          severityLevel: audit.severity,
          request: request as never,
          meta: {},
        })
      : undefined;
    const close = closeOnce(event, request, facts);
    const noteTenant = ({ tenant }: RowScope) => {
      if (tenant !== undefined) facts.tenant ??= tenant;
    };
    try {
      const rows = await resolveAccess(access, credentials, services);
      checkText(input);
      const result = await next({
        context: {
          credentials,
          actor: actorOf(credentials),
          // Lists, which nobody records, ask about thousands of rows.
          access: event ? rows.heardBy(noteTenant) : rows,
          note: more => void Object.assign(facts, more),
          request,
        },
      });
      await close();
      return result;
    } catch (error) {
      await close(error as Error);
      throw error;
    }
  };
}

function principalsFor(access: OperationMeta['access']) {
  if (access.kind === 'public') return ['user', 'service', 'none'] as never[];
  if (access.kind === 'service') return ['service'] as never[];
  return ['user', 'service'] as never[];
}

function closeOnce(
  event: AuditorServiceEvent | undefined,
  request: Request,
  facts: JsonObject,
) {
  let closed = false;
  return async (error?: Error) => {
    if (!event || closed) return;
    closed = true;
    // The answer is not written yet: when nobody can take it any more, the client has gone.
    const meta = request.res?.destroyed
      ? { ...facts, clientDisconnected: true }
      : facts;
    await (error ? event.fail({ error, meta }) : event.success({ meta }));
  };
}

async function resolveAccess(
  access: OperationMeta['access'],
  credentials: BackstageCredentials,
  { permissions }: GateServices,
): Promise<RowAccess> {
  if (access.kind !== 'permission') return RowAccess.all;
  const { permission } = access;
  const rows = await decide(permission, credentials, permissions);
  const isWrite = permission.attributes.action !== 'read';
  if (
    rows.filter === 'none' &&
    (isWrite || !isResourcePermission(permission))
  ) {
    throw withChinese(
      new NotAllowedError(
        `You may not do this: it needs the permission '${permission.name}'. Ask an administrator of your tenant, or a platform administrator, for a role that has it.`,
      ),
      `您没有此权限（${permission.name}）。请联系租户管理员或平台管理员，授予包含该权限的角色。`,
    );
  }
  return rows;
}

async function decide(
  permission: Permission,
  credentials: BackstageCredentials,
  permissions: PermissionsService,
): Promise<RowAccess> {
  if (isResourcePermission(permission)) {
    const [decision] = await permissions.authorizeConditional(
      [{ permission }],
      {
        credentials,
      },
    );
    return RowAccess.fromDecision(decision);
  }
  const [decision] = await permissions.authorize(
    [{ permission: permission as BasicPermission }],
    { credentials },
  );
  return RowAccess.fromDecision({
    result:
      decision.result === AuthorizeResult.ALLOW
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
  });
}

function actorOf(credentials: BackstageCredentials): string | undefined {
  const principal = credentials.principal as {
    type: string;
    userEntityRef?: string;
    subject?: string;
  };
  if (principal.type === 'user') return principal.userEntityRef;
  return principal.type === 'service' ? principal.subject : undefined;
}
