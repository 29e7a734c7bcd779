import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

function read(config: Config, key: string, otherwise: HumanDuration): number {
  return durationToMilliseconds(
    config.has(key) ? readDurationFromConfig(config, { key }) : otherwise,
  );
}

/** How long the parts of a shutdown may take, in milliseconds. */
export type ShutdownTimes = {
  /** Readiness says no, everything else goes on: a balancer has this long to notice. */
  delayMs: number;
  /** Requests that still run have this long to end. */
  drainMs: number;
};

export function readShutdownTimes(config: Config): ShutdownTimes {
  return {
    delayMs: read(config, 'backend.lifecycle.serverShutdownDelay', {
      seconds: 0,
    }),
    drainMs: read(config, 'runtime.drainTimeout', { seconds: 6 }),
  };
}
