// One backend, started and watched the same way whichever system it is of.
import { readFileSync } from 'node:fs';
import { spawnPart } from '../production/spawnPart.mjs';

const TICKS_PER_SECOND = 100; // CLK_TCK of Linux on every architecture that Node runs on
const PAUSE_MS = 20;

/** Resolves when readiness says 200. */
export async function startBackend({ name, cwd, args, env, baseUrl }) {
  const started = performance.now();
  const part = spawnPart(name, process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
  });
  const backend = {
    name,
    baseUrl,
    log: part.log,
    stop: () => part.stop(),
    residentMegabytes: () => residentMegabytes(part.pid),
    cpuSeconds: () => cpuSeconds(part.pid),
  };
  const url = `${baseUrl}/.backstage/health/v1/readiness`;
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) break;
    if (part.isOver() || performance.now() - started > 180_000) {
      await part.stop();
      throw new Error(
        `${name} did not become ready:\n${part.log().slice(-4000)}`,
      );
    }
    await pause(PAUSE_MS);
  }
  return {
    ...backend,
    readySeconds: (performance.now() - started) / 1000,
    cpuSecondsToReady: cpuSeconds(part.pid),
  };
}

export function pause(milliseconds) {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds);
  });
}

function residentMegabytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) / 1024;
}

/** User and system time of the whole process. */
function cpuSeconds(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
