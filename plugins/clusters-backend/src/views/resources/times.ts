/** A time of the API server as we write times: with milliseconds, in UTC. */
export function isoText(time: string | undefined): string | undefined {
  return time && new Date(time).toISOString();
}
