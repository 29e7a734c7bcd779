import type { Backend } from '@backstage/backend-app-api';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { freePort } from '@caas/backend-testing/processes';
import express from 'express';
import request from 'supertest';
import { portalHttpFactory } from './portalHttpFactory';
import { startMetrics } from '../metrics/startMetrics';

const plugin = createBackendPlugin({
  pluginId: 'small',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = express.Router();
        router.use(express.json({ limit: '1kb' }));
        router.all('/address', (incoming, response) => {
          response.json({ ip: incoming.ip });
        });
        httpRouter.use(router);
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
      },
    });
  },
});

const started: Backend[] = [];

async function start(data: { app?: object; backend?: object }) {
  const port = await freePort();
  const logger = mockServices.rootLogger.mock();
  logger.child.mockReturnValue(logger);
  const baseUrl = `http://127.0.0.1:${port}`;
  // The backend of the test utilities brings a server of its own.
  const backend = createBackend();
  backend.add(plugin);
  backend.add(portalHttpFactory);
  backend.add(logger.factory);
  backend.add(
    mockServices.rootConfig.factory({
      data: {
        ...data,
        app: { baseUrl: 'https://portal.example.com', ...data.app },
        backend: {
          baseUrl,
          listen: { port, host: '127.0.0.1' },
          database: { client: 'better-sqlite3', connection: ':memory:' },
          ...data.backend,
        },
      },
    }),
  );
  started.push(backend);
  await backend.start();
  const lines = () =>
    logger.info.mock.calls.filter(
      ([, meta]) => (meta as { type?: string })?.type === 'incomingRequest',
    );
  return { agent: request(baseUrl), lines };
}

describe('the HTTP server of the portal', () => {
  afterEach(async () => {
    await Promise.all(started.splice(0).map(backend => backend.stop()));
  });

  it('asks for https only where people reach it so', async () => {
    const secure = await start({});
    const { headers } = await secure.agent.get('/api/small/address');
    expect(headers['content-security-policy']).toContain(
      'upgrade-insecure-requests',
    );
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
    expect(headers['x-content-type-options']).toBe('nosniff');

    const plain = await start({
      app: { baseUrl: 'http://portal.example.com' },
    });
    const answer = await plain.agent.get('/api/small/address');
    expect(answer.headers['content-security-policy']).not.toContain(
      'upgrade-insecure-requests',
    );
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
  });

  it('writes one line for each request, with status and duration and without the query', async () => {
    const { agent, lines } = await start({});
    await agent.get('/.backstage/health/v1/readiness');
    await agent.get('/api/small/address?code=secret');
    expect(lines()).toHaveLength(1);
    expect(lines()[0][1]).toMatchObject({
      method: 'GET',
      path: '/api/small/address',
      status: 200,
      durationMs: expect.any(Number),
    });
    expect(JSON.stringify(lines())).not.toContain('secret');
  });

  it('refuses a body over the limit with 413 and a malformed one with 400', async () => {
    const { agent } = await start({});
    const post = (body: string) =>
      agent
        .post('/api/small/address')
        .set('content-type', 'application/json')
        .send(body);
    expect((await post(JSON.stringify({ a: 'x'.repeat(2000) }))).status).toBe(
      413,
    );
    expect((await post('{"a":')).status).toBe(400);
  });

  it('counts requests by the address that the proxy adds, and never counts probes', async () => {
    const { agent } = await start({
      backend: {
        trustProxy: 1,
        rateLimit: { window: '1m', incomingRequestLimit: 2, ipAllowList: [] },
      },
    });
    // What stands before the last address is the client's own word.
    const ask = (said: string, client: string) =>
      agent
        .get('/api/small/address')
        .set('x-forwarded-for', `${said}, ${client}`);
    expect((await ask('1.1.1.1', '10.0.0.1')).body).toEqual({ ip: '10.0.0.1' });
    expect((await ask('2.2.2.2', '10.0.0.1')).status).toBe(200);
    expect((await ask('3.3.3.3', '10.0.0.1')).status).toBe(429);
    expect((await ask('3.3.3.3', '10.0.0.2')).status).toBe(200);
    for (let probe = 0; probe < 5; probe += 1) {
      const { status } = await agent
        .get('/.backstage/health/v1/liveness')
        .set('x-forwarded-for', '10.0.0.1');
      expect(status).toBe(200);
    }
  });

  it('shows durations by plugin and the state of the process to Prometheus, on a port of their own', async () => {
    const metrics = await startMetrics({ host: '127.0.0.1', port: 0 });
    const { agent } = await start({});
    await agent.get('/api/small/address?id=4711');
    await agent.get('/api/no-such-plugin/4711');
    const text = await (
      await fetch(`http://127.0.0.1:${metrics.port}/metrics`)
    ).text();
    await metrics.stop();
    expect(text).toMatch(
      /^http_server_request_duration_count\{.*http_response_status_code="200".*http_route="\/api\/small".*\} 1/m,
    );
    expect(text).toMatch(/^process_memory_usage\{kind="rss".*\} \d{7,}/m);
    expect(text).toMatch(/^nodejs_eventloop_delay\{quantile="0.99".*\} /m);
    expect(text).not.toContain('4711');
    expect((await agent.get('/metrics')).status).toBe(404);
  });

  it('refuses to start with a time that is none', async () => {
    await expect(
      start({ backend: { server: { keepAliveTimeout: 'soon' } } }),
    ).rejects.toThrow(/keepAliveTimeout/);
  });
});
