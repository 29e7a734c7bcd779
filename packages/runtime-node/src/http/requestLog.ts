import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RequestHandler } from 'express';

/**
 * One line for each request when it has ended, with status and duration.
 *
 * @remarks
 * Without the query, which may hold the code of a sign-in or what somebody searched for. Files of the app are below
 * the level of production; probes are answered before they come here.
 */
export function requestLog(logger: LoggerService): RequestHandler {
  return (request, response, next) => {
    const start = process.hrtime.bigint();
    response.once('close', () => {
      const durationMs =
        Number((process.hrtime.bigint() - start) / 10_000n) / 100;
      const path = request.originalUrl.split('?')[0];
      const isComplete = response.writableFinished;
      const meta = {
        type: 'incomingRequest',
        method: request.method,
        path,
        status: response.statusCode,
        durationMs,
        ip: request.ip ?? '',
        userAgent: request.get('user-agent') ?? '',
        ...(isComplete ? {} : { aborted: true }),
      };
      const line = `${request.method} ${path} ${response.statusCode}${isComplete ? '' : ' aborted'} ${durationMs} ms`;
      if (path.startsWith('/static/') && response.statusCode < 400) {
        logger.debug(line, meta);
      } else {
        logger.info(line, meta);
      }
    });
    next();
  };
}
