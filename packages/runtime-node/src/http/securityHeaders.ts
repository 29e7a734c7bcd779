import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { RequestHandler } from 'express';

/**
 * The headers of Backstage, with `backend.csp` from the config.
 *
 * @remarks
 * One directive depends on how people reach the portal: `upgrade-insecure-requests` makes a browser ask for everything
 * under https. Where the portal is served under plain http it would never load.
 */
export function securityHeaders(options: {
  config: RootConfigService;
  logger: LoggerService;
}): RequestHandler {
  const { config, logger } = options;
  const isSecure = config.getString('app.baseUrl').startsWith('https:');
  const backend = {
    csp: {
      ...config.getOptional<JsonObject>('backend.csp'),
      ...(isSecure ? {} : { 'upgrade-insecure-requests': false }),
    },
    referrer: config.getOptional('backend.referrer'),
  };
  const headers = MiddlewareFactory.create({
    config: new ConfigReader({ backend }),
    logger,
  }).helmet();
  if (isSecure) return headers;
  return (request, response, next) =>
    headers(request, response, (error?: unknown) => {
      // A promise about https from somebody who does not speak it.
      response.removeHeader('strict-transport-security');
      next(error);
    });
}
