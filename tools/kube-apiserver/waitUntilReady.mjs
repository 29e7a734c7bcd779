import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_MS = 120_000;

/** Waits until the API server says that it is ready; a component that ends instead fails at once, with its last words. */
export async function waitUntilReady(server, { token, caFile, components }) {
  const deadline = Date.now() + LONGEST_MS;
  for (;;) {
    const ended = components.find(component => !component.isRunning);
    if (ended) {
      throw new Error(
        `${ended.name} ended while starting:\n${ended.lastLines}`,
      );
    }
    if (await isReady(server, token, caFile)) return;
    if (Date.now() > deadline) {
      const said = components.map(each => `${each.name}: ${each.lastLines}`);
      throw new Error(
        `kube-apiserver was not ready after ${LONGEST_MS / 1000} s:\n${said.join('\n')}`,
      );
    }
    await sleep(250);
  }
}

function isReady(server, token, caFile) {
  if (!existsSync(caFile)) return false;
  return new Promise(resolve => {
    const call = request(
      `${server}/readyz`,
      {
        ca: readFileSync(caFile),
        agent: false,
        timeout: 5_000,
        headers: { authorization: `Bearer ${token}` },
      },
      response => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(false));
    call.end();
  });
}
