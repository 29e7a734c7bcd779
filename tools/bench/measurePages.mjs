// What a person who is signed in waits for with an empty HTTP cache, in Chromium: on loopback, and at 10 Mbit/s with a
// round trip of 40 ms (`Network.emulateNetworkConditions` of the DevTools protocol).
import { createRequire } from 'node:module';
import path from 'node:path';
import { pause } from './backendProcess.mjs';
import { median } from './statistics.mjs';

const { chromium } = createRequire(
  path.resolve(import.meta.dirname, '../../packages/app/package.json'),
)('@playwright/test');

const MEGABIT_PER_SECOND = 1_000_000 / 8;
const NETWORKS = {
  loopback: undefined,
  slow: {
    offline: false,
    latency: 40,
    downloadThroughput: 10 * MEGABIT_PER_SECOND,
    uploadThroughput: 10 * MEGABIT_PER_SECOND,
  },
};
/** Nothing was asked for so long: the page is complete. */
const QUIET_MS = 1500;
const LIMIT_MS = 60_000;

export async function measurePages(systems, { visits, log }) {
  const backends = [];
  let browser;
  try {
    for (const system of systems) backends.push(await system.start());
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-quic',
      ],
    });
    const tabs = [];
    for (const system of systems) {
      tabs.push({ system, tab: await openTab(browser, system) });
    }
    const samples = {};
    for (let visit = 1; visit <= visits; visit++) {
      for (const network of Object.keys(NETWORKS)) {
        for (const { system, tab } of tabs) {
          // The first page of stock is its catalog: one visit counts for both.
          const seen = {};
          for (const [name, page] of Object.entries(system.pages)) {
            seen[page.path] ??= await tab.visit(page, NETWORKS[network]);
            const sample = seen[page.path];
            const key = [name, network, system.name].join('.');
            (samples[key] ??= []).push(sample);
          }
        }
      }
      log(`pages: visit ${visit} of ${visits} done`);
    }
    return collect(samples);
  } finally {
    await browser?.close();
    for (const backend of backends) await backend.stop();
  }
}

/** `page.network.system` → the median of every figure. */
function collect(samples) {
  const results = {};
  for (const [key, list] of Object.entries(samples)) {
    const [page, network, system] = key.split('.');
    const figures = Object.fromEntries(
      Object.keys(list[0].figures).map(figure => [
        figure,
        median(list.map(sample => sample.figures[figure])),
      ]),
    );
    ((results[page] ??= {})[network] ??= {})[system] = {
      ...figures,
      urls: list.at(-1).urls,
    };
  }
  return results;
}

async function openTab(browser, { name, baseUrl, signIn }) {
  const context = await browser.newContext({
    viewport: { width: 1360, height: 900 },
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  await signIn(page);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await page.addInitScript(watchPaint);
  const traffic = watchTraffic(session);

  return {
    async visit({ path: address, isUseful }, network) {
      await page.goto('about:blank');
      await session.send('Network.clearBrowserCache');
      await session.send(
        'Network.emulateNetworkConditions',
        network ?? {
          offline: false,
          latency: 0,
          downloadThroughput: -1,
          uploadThroughput: -1,
        },
      );
      traffic.forget();
      await page.goto(`${baseUrl}${address}`, { waitUntil: 'commit' });
      // Asked with every frame, so that the figure is the first frame in which the content stands.
      const useful = await page
        .waitForFunction(`(${isUseful})() && performance.now()`, undefined, {
          polling: 'raf',
          timeout: LIMIT_MS,
        })
        .catch(async error => {
          const text = await page.evaluate('document.body.innerText');
          throw new Error(
            `${name} shows no content at ${address}: ${error.message}\n${text.slice(0, 1000)}`,
          );
        });
      const usefulMs = await useful.jsonValue();
      await traffic.quiet();
      const paint = await page.evaluate(() => window.benchPaint);
      return {
        figures: { usefulMs, ...paint, ...traffic.figures() },
        urls: traffic.urls(),
      };
    },
  };
}

/** Runs in the browser. */
function watchPaint() {
  window.benchPaint = { fcpMs: 0, lcpMs: 0 };
  new PerformanceObserver(list => {
    window.benchPaint.lcpMs = list.getEntries().at(-1).startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver(list => {
    const entry = list.getEntriesByName('first-contentful-paint').at(0);
    if (entry) window.benchPaint.fcpMs = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
}

/** Counts every request that goes out over HTTP, with what comes back before and after decompression. */
function watchTraffic(session) {
  let requests = new Map();
  let lastChange = 0;
  const change = (id, update) => {
    const request = requests.get(id);
    if (!request) return;
    lastChange = performance.now();
    update(request);
  };
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!request.url.startsWith('http')) return;
    lastChange = performance.now();
    requests.set(requestId, {
      url: request.url,
      method: request.method,
      type,
      raw: 0,
      wire: 0,
      isOver: false,
    });
  });
  session.on('Network.dataReceived', ({ requestId, dataLength }) =>
    change(requestId, request => {
      request.raw += dataLength;
    }),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    change(requestId, request => {
      request.wire = encodedDataLength;
      request.isOver = true;
    }),
  );
  session.on('Network.loadingFailed', ({ requestId }) =>
    change(requestId, request => {
      request.isOver = true;
    }),
  );
  const isApi = ({ url }) => new URL(url).pathname.startsWith('/api/');
  const kilobytes = (list, key) =>
    list.reduce((sum, request) => sum + request[key], 0) / 1000;
  return {
    forget() {
      requests = new Map();
    },
    async quiet() {
      const end = performance.now() + LIMIT_MS;
      while (performance.now() < end) {
        const isIdle = [...requests.values()].every(
          // A stream of events never ends.
          ({ isOver, type }) => isOver || type === 'EventSource',
        );
        if (isIdle && performance.now() - lastChange > QUIET_MS) return;
        await pause(100);
      }
    },
    figures() {
      const all = [...requests.values()];
      const scripts = all.filter(({ type }) => type === 'Script');
      return {
        requests: all.length,
        apiRequests: all.filter(isApi).length,
        scriptRequests: scripts.length,
        scriptRaw: kilobytes(scripts, 'raw'),
        scriptWire: kilobytes(scripts, 'wire'),
        allRaw: kilobytes(all, 'raw'),
        allWire: kilobytes(all, 'wire'),
      };
    },
    urls: () =>
      [...requests.values()].map(({ method, url, raw, wire, type }) => ({
        method,
        url,
        type,
        raw,
        wire,
      })),
  };
}
