// How long a backend takes until readiness answers 200, the CPU it takes for that, and its memory when it has settled.
// Databases are those of the rounds before, as at a restart in production.
import { pause } from './backendProcess.mjs';
import { median } from './statistics.mjs';

const SETTLE_SECONDS = 15;

export async function measureStart(systems, { rounds, log }) {
  const samples = new Map(systems.map(system => [system.name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const system of systems) {
      const backend = await system.start();
      await pause(SETTLE_SECONDS * 1000);
      const sample = {
        readySeconds: backend.readySeconds,
        cpuSeconds: backend.cpuSecondsToReady,
        megabytes: backend.residentMegabytes(),
      };
      await backend.stop();
      samples.get(system.name).push(sample);
      log(
        `start ${round} of ${rounds}, ${system.name}: ready ${sample.readySeconds.toFixed(2)} s, ` +
          `CPU ${sample.cpuSeconds.toFixed(2)} s, ${sample.megabytes.toFixed(0)} MB`,
      );
    }
  }
  return Object.fromEntries(
    [...samples].map(([name, list]) => [
      name,
      Object.fromEntries(
        Object.keys(list[0]).map(key => [
          key,
          median(list.map(sample => sample[key])),
        ]),
      ),
    ]),
  );
}
