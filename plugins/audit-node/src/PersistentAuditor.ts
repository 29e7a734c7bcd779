import { randomUUID } from 'node:crypto';
import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
  AuditorServiceEvent,
  AuthService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ForwardedError, ServiceUnavailableError } from '@backstage/errors';
import type { AuditEnd, AuditWriter } from './AuditWriter';
import { maskFacts, maskText } from './maskSecrets';
import { isAtLeast, type Severity } from './severity';

type Request = NonNullable<AuditorServiceCreateEventOptions['request']>;

/** What an auditor is made of. */
export type PersistentAuditorOptions = {
  pluginId: string;
  minimumSeverity: Severity;
  writer: AuditWriter;
  auth: AuthService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  clock: () => Date;
};

const NOT_KEPT: AuditorServiceEvent = {
  success: async () => {},
  fail: async () => {},
};

/**
 * The auditor of one plugin.
 *
 * @remarks
 * The intent is written before the operation goes on. When it cannot be written the operation does not happen: nothing
 * changes without a trace.
 *
 * The end is written after the operation. When *that* cannot be written, what has happened has happened: telling the
 * caller that it failed would make them do it again. The row stays `started`, which is how the trail shows an attempt
 * whose end it does not know, and the log keeps the end. The same row is all that is left of an operation in which the
 * process was killed.
 */
export class PersistentAuditor implements AuditorService {
  constructor(private readonly options: PersistentAuditorOptions) {}

  async createEvent(
    attempt: AuditorServiceCreateEventOptions,
  ): Promise<AuditorServiceEvent> {
    const { minimumSeverity, pluginId, writer, clock } = this.options;
    const { eventId, severityLevel: severity = 'low', request } = attempt;
    if (!isAtLeast(severity, minimumSeverity)) return NOT_KEPT;

    const id = randomUUID();
    const actor = await this.actorOf(request);
    try {
      await writer.begin({
        id,
        pluginId,
        eventId,
        severity,
        actor,
        ...describeRequest(request),
        facts: maskFacts(attempt.meta ?? {}),
        startedAt: clock().toISOString(),
      });
    } catch (error) {
      throw new ServiceUnavailableError(
        'Nothing was done, because the audit trail cannot be written now. Try again; if it lasts, tell a platform administrator.',
        error,
      );
    }
    const end = (outcome: AuditEnd['outcome'], meta = {}, error?: Error) =>
      this.finish(id, eventId, {
        outcome,
        facts: maskFacts({ ...attempt.meta, ...meta }),
        // Stock plugins refuse with an error that has a name and no message.
        error: error && maskText(error.message || error.name),
        finishedAt: clock().toISOString(),
      });
    return {
      success: params => end('succeeded', params?.meta),
      fail: ({ meta, error }) => end('failed', meta, error),
    };
  }

  private async finish(id: string, eventId: string, end: AuditEnd) {
    const { writer, logger } = this.options;
    try {
      await writer.finish(id, end);
    } catch (error) {
      logger.error(
        `The end of audit event '${id}' (${eventId}) could not be written; it ${end.outcome} at ${end.finishedAt}`,
        error as Error,
      );
    }
  }

  private async actorOf(request?: Request): Promise<string | undefined> {
    const { pluginId, auth, httpAuth } = this.options;
    if (!request) return `plugin:${pluginId}`;
    const credentials = await httpAuth.credentials(request).catch(error => {
      throw new ForwardedError('It is not known who asks', error);
    });
    if (auth.isPrincipal(credentials, 'user')) {
      return credentials.principal.userEntityRef;
    }
    return auth.isPrincipal(credentials, 'service')
      ? credentials.principal.subject
      : undefined;
  }
}

function describeRequest(request?: Request) {
  if (!request) return {};
  // Queries may hold anything, one-time tokens too; whatever an operation wants remembered of it is in the facts.
  const [path] = request.originalUrl.split('?');
  return {
    ip: request.ip,
    userAgent: maskText(request.get('user-agent') ?? '') || undefined,
    request: maskText(`${request.method} ${path}`),
  };
}
