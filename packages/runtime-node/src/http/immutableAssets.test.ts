import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express from 'express';
import request from 'supertest';
import { immutableAssets } from './immutableAssets';

const HASHED = '/static/main.1a2b3c4d.js';
const CHUNK = '/static/1a2b3c4d5e6f.chunk.js';
const INJECTED = '/static/runtime.0a1b2c3d.js';
const NAMED = '/static/logo.svg';

describe('immutableAssets', () => {
  let directory: string;
  let app: express.Express;

  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'caas-assets-'));
    mkdirSync(path.join(directory, 'static'));
    for (const file of [HASHED, CHUNK, INJECTED, NAMED, '/index.html']) {
      writeFileSync(path.join(directory, file), 'x');
    }
    app = express();
    app.use(immutableAssets);
    // As the app backend serves the frontend: for two weeks, but again each time what it has written the config into,
    // and the page for every address that it does not know.
    app.use(
      '/static',
      express.static(path.join(directory, 'static'), {
        setHeaders: (response, file) => {
          response.setHeader(
            'Cache-Control',
            file.endsWith(INJECTED) ? 'no-cache' : 'public, max-age=1209600',
          );
        },
      }),
    );
    app.use('/static', (_request, response) => {
      response.setHeader('Cache-Control', 'public, max-age=1209600');
      response.status(404).end();
    });
    app.get('/*', (_request, response) => {
      response.setHeader('Cache-Control', 'no-store, max-age=0');
      response.sendFile(path.join(directory, 'index.html'), {
        headers: { 'cache-control': 'no-store, max-age=0' },
      });
    });
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it.each([HASHED, CHUNK])('lets browsers keep %s for a year', async file => {
    const { status, headers } = await request(app).get(file);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    const again = await request(app)
      .get(file)
      .set('if-none-match', headers.etag);
    expect(again.status).toBe(304);
    expect(again.headers['cache-control']).toContain('immutable');
  });

  it.each([
    ['what the config was written into', INJECTED, 200, 'no-cache'],
    ['a file that keeps its name', NAMED, 200, 'public, max-age=1209600'],
    ['the page', '/', 200, 'no-store, max-age=0'],
    ['the page, below', '/tenants/life', 200, 'no-store, max-age=0'],
    [
      'a file of another version',
      '/static/main.9f8e7d6c.js',
      404,
      'public, max-age=1209600',
    ],
  ])('leaves %s as it is', async (_, address, status, cacheControl) => {
    const answer = await request(app).get(address);
    expect(answer.status).toBe(status);
    expect(answer.headers['cache-control']).toBe(cacheControl);
  });
});
