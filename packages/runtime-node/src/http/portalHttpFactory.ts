import type { RootLifecycleService } from '@backstage/backend-plugin-api';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { readShutdownTimes } from '../readDurations';
import { drainOnShutdown } from './drain';
import { immutableAssets } from './immutableAssets';
import { requestLog } from './requestLog';
import { requestMetrics } from './requestMetrics';
import { RequestsInFlight } from './RequestsInFlight';
import { securityHeaders } from './securityHeaders';
import { applyServerLimits } from './serverLimits';

/**
 * The HTTP server of the portal: Backstage's, with probes that are neither logged nor limited, one log line with a
 * duration for each request, metrics, and a drain that loses no request.
 *
 * @public
 */
export const portalHttpFactory = rootHttpRouterServiceFactory({
  configure({
    app,
    server,
    config,
    logger,
    lifecycle,
    middleware,
    healthRouter,
    routes,
  }) {
    const requests = new RequestsInFlight();
    const trustProxy = config.getOptional('backend.trustProxy');
    if (trustProxy !== undefined) app.set('trust proxy', trustProxy);
    if (process.env.NODE_ENV === 'development') app.set('json spaces', 2);
    applyServerLimits(server, config);

    app.use(securityHeaders({ config, logger }));
    app.use(healthRouter);
    app.use(requests.middleware);
    app.use(requestMetrics(requests));
    app.use(requestLog(logger));
    app.use(middleware.cors());
    app.use(middleware.compression());
    app.use(middleware.rateLimit());
    app.use(immutableAssets);
    app.use(routes);
    app.use(middleware.notFound());
    app.use(middleware.error());

    drainOnShutdown({
      server,
      requests,
      // It is the root lifecycle; the type of the context says less.
      lifecycle: lifecycle as RootLifecycleService,
      logger,
      times: readShutdownTimes(config),
    });
  },
});
