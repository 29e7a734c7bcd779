import type {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { RequestHandler } from 'express';
import { maintenanceUsePermission } from './permission';

/** Backstage gives a task or an action no permission of its own: whoever is signed in would be served. */
const SCHEDULER = '/.backstage/scheduler/';
const ACTIONS = '/.backstage/actions/';

/**
 * Serves the scheduled tasks and the actions of a plugin to other backends, and to people who may use them.
 *
 * @remarks
 * Templates and assistants use actions through a backend that calls in the person's name; what such a call may do is
 * asked by the action itself. A scheduled task asks nothing, so for tasks it makes no difference through whom a person
 * calls.
 */
export function maintenanceGuard(services: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): RequestHandler {
  const check = async (request: Parameters<RequestHandler>[0]) => {
    // Express matches routes in any case, so this must too.
    const path = request.path.toLowerCase();
    const isAction = path.startsWith(ACTIONS);
    if (!isAction && !path.startsWith(SCHEDULER)) return;
    const credentials = await services.httpAuth.credentials(request as never, {
      allow: ['user', 'service'],
    });
    if (isAction && isAskedByBackend(credentials)) return;
    const [{ result }] = await services.permissions.authorize(
      [{ permission: maintenanceUsePermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not use '${request.baseUrl}${request.path}': scheduled tasks and actions are for platform administrators. Ask one of them.`,
      );
    }
  };
  return (request, _response, next) => {
    check(request).then(() => next(), next);
  };
}

/** A backend calls, for itself or in somebody's name. */
function isAskedByBackend({ principal }: BackstageCredentials): boolean {
  const { type, actor } = principal as { type: string; actor?: unknown };
  return type === 'service' || actor !== undefined;
}
