import { metrics, type Histogram } from '@opentelemetry/api';
import type { RequestHandler } from 'express';
import type { RequestsInFlight } from './RequestsInFlight';

/** Seconds; the upper ones are for long polls and for what goes wrong. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What a request was for, in few words: a label of every address would be a series of its own. */
export function routeOf(path: string): string {
  const plugin = /^\/api\/([a-z0-9-]+)(\/|$)/.exec(path)?.[1];
  if (plugin) return `/api/${plugin}`;
  return path.startsWith('/static/') ? '/static' : '/';
}

/** Measures how long requests take, by plugin, method and status. */
export function requestMetrics(requests: RequestsInFlight): RequestHandler {
  let durations: Histogram | undefined;
  // Not before the first request: a meter that is taken before metrics are set up measures nothing, for ever.
  const instruments = () => {
    if (durations) return durations;
    const meter = metrics.getMeter('@caas/runtime-node');
    meter
      .createObservableGauge('http.server.active_requests', {
        description: 'Requests that are being worked on',
      })
      .addCallback(result => result.observe(requests.count));
    durations = meter.createHistogram('http.server.request.duration', {
      description: 'How long requests took',
      unit: 's',
      advice: { explicitBucketBoundaries: BUCKETS },
    });
    return durations;
  };
  return (request, response, next) => {
    const start = performance.now();
    const histogram = instruments();
    response.once('close', () => {
      histogram.record((performance.now() - start) / 1000, {
        'http.request.method': request.method,
        'http.response.status_code': response.statusCode,
        'http.route': routeOf(request.originalUrl.split('?')[0]),
      });
    });
    next();
  };
}
