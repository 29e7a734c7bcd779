import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  metricsFactory,
  portalHttpFactory,
  runBackend,
} from '@caas/runtime-node';
import express from 'express';

// A backend that starts in a second or two and behaves like the portal where it lives and dies: the same server, the
// same end. Its plugin has one address for each kind of request that a shutdown must not lose.

/** Makes an address slow on purpose: its requests are the ones that a shutdown must wait for. */
const pause = (ms: number) =>
  new Promise(resolve => {
    setTimeout(resolve, ms);
  });

const small = createBackendPlugin({
  pluginId: 'small',
  register(env) {
    env.registerInit({
      deps: {
        discovery: coreServices.discovery,
        httpRouter: coreServices.httpRouter,
      },
      async init({ discovery, httpRouter }) {
        const router = express.Router();
        router.get('/quick', (_request, response) => {
          response.json({ pid: process.pid });
        });
        // Calls the backend again, as plugins do, after a while.
        router.get('/slow/:ms', async (request, response) => {
          await pause(Number(request.params.ms));
          const own = await fetch(
            `${await discovery.getBaseUrl('small')}/quick`,
          );
          response.status(own.status).json(await own.json());
        });
        router.get('/hang', () => {});
        router.post('/upload', async (request, response) => {
          let bytes = 0;
          for await (const chunk of request) bytes += chunk.length;
          response.json({ bytes });
        });
        router.get('/events', (_request, response) => {
          response.writeHead(200, { 'content-type': 'text/event-stream' });
          const timer = setInterval(() => {
            response.write('data: tick\n\n');
          }, 50);
          response.on('close', () => clearInterval(timer));
        });
        router.post('/throw', (_request, response) => {
          setImmediate(() => {
            throw new Error('Nobody catches this');
          });
          response.status(202).end();
        });
        router.post('/reject', (_request, response) => {
          void Promise.reject(new Error('Nobody handles this'));
          response.status(202).end();
        });
        httpRouter.use(router);
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
      },
    });
  },
});

const backend = createBackend();
backend.add(portalHttpFactory);
backend.add(metricsFactory);
backend.add(small);
runBackend(backend);
