import type { Server } from 'node:http';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

const TIMES = [
  'headersTimeout',
  'requestTimeout',
  'keepAliveTimeout',
  'timeout',
] as const;
const COUNTS = ['maxHeadersCount', 'maxRequestsPerSocket'] as const;

/** Applies `backend.server`, as Backstage does; a wrong value fails the start instead of a line in the log. */
export function applyServerLimits(server: Server, config: Config): void {
  const limits = config.getOptionalConfig('backend.server');
  if (!limits) return;
  for (const key of TIMES) {
    if (!limits.has(key)) continue;
    server[key] =
      typeof limits.get(key) === 'number'
        ? limits.getNumber(key)
        : durationToMilliseconds(readDurationFromConfig(limits, { key }));
  }
  for (const key of COUNTS) {
    const value = limits.getOptionalNumber(key);
    if (value !== undefined) server[key] = value;
  }
}
