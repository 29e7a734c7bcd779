import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { measureProcess } from './measureProcess';

/** Starts to keep metrics, and the server that shows them at `/metrics`. */
export async function startMetrics(options: {
  host?: string;
  port: number;
}): Promise<{ port: number; stop(): Promise<void> }> {
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const provider = new MeterProvider({ readers: [exporter] });
  metrics.setGlobalMeterProvider(provider);
  const stopMeasuring = measureProcess(provider.getMeter('@caas/runtime-node'));

  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url?.split('?')[0] === '/metrics') {
      exporter.getMetricsRequestHandler(request, response);
    } else {
      response.writeHead(404).end();
    }
  });
  await listen(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      stopMeasuring();
      server.close();
      server.closeAllConnections();
      await provider.shutdown();
      metrics.disable();
    },
  };
}

function listen(server: Server, options: { host?: string; port: number }) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
