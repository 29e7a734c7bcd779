import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/**
 * Keeps metrics and serves them to Prometheus, where `runtime.metrics.listen` says.
 *
 * @remarks
 * On a port of its own: an ingress that leads people to the portal does not lead them to the metrics, so they need no
 * password that Prometheus would have to know, and they answer while the portal drains.
 *
 * A root service, which is made before any plugin: an instrument that is made before this has run measures nothing.
 * The libraries take 20 MB and a tenth of a second, so they are loaded only where metrics are wanted.
 *
 * @public
 */
export const metricsFactory = createServiceFactory({
  service: createServiceRef<{}>({ id: 'runtime.metrics', scope: 'root' }),
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.rootLifecycle,
    logger: coreServices.rootLogger,
  },
  initialization: 'always',
  async factory({ config, lifecycle, logger }) {
    const listen = config.getOptionalConfig('runtime.metrics.listen');
    if (!listen) return {};
    const { startMetrics } = await loadMetrics();
    const metrics = await startMetrics({
      host: listen.getOptionalString('host'),
      port: listen.getNumber('port'),
    });
    logger.info(`Serving metrics on port ${metrics.port}`);
    lifecycle.addShutdownHook(() => metrics.stop());
    return {};
  },
});

async function loadMetrics(): Promise<typeof import('./startMetrics')> {
  const loaded: object = await import('./startMetrics');
  // From the sources, what a CommonJS module exports stands under `default`.
  return 'startMetrics' in loaded
    ? (loaded as typeof import('./startMetrics'))
    : (loaded as { default: typeof import('./startMetrics') }).default;
}
