import { Agent, request } from 'node:http';

/** What came of all requests. */
export type Tally = { answered: number; lost: number; failed: number };

/** One GET over the agent's connections: its status, or undefined when it was lost. */
function ask(
  agent: Agent,
  address: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  return new Promise(resolve => {
    const outgoing = request(address, { agent, headers }, response => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
      response.on('error', () => resolve(undefined));
    });
    outgoing.on('error', () => resolve(undefined));
    outgoing.end();
  });
}

/**
 * Keeps this many connections busy with one request after the other, each after a short pause, until told to stop.
 *
 * @returns a function that stops and tells what came of the requests
 */
export function askForever(options: {
  addresses: string[];
  connections: number;
  pauseMs: number;
  /** Of somebody who has signed in. */
  token?: string;
}): () => Promise<Tally> {
  const { addresses, connections, pauseMs, token } = options;
  const headers: Record<string, string> = token
    ? { authorization: `Bearer ${token}` }
    : {};
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const tally: Tally = { answered: 0, lost: 0, failed: 0 };
  let isOver = false;
  const work = async (index: number) => {
    for (let turn = index; !isOver; turn += 1) {
      const status = await ask(
        agent,
        addresses[turn % addresses.length],
        headers,
      );
      if (status === undefined) tally.lost += 1;
      else if (status >= 500) tally.failed += 1;
      else tally.answered += 1;
      // The pace of the load; nothing is waited for.
      await new Promise(resolve => {
        setTimeout(resolve, pauseMs);
      });
    }
  };
  const workers = Array.from({ length: connections }, (_, index) =>
    work(index),
  );
  return async () => {
    isOver = true;
    await Promise.all(workers);
    agent.destroy();
    return tally;
  };
}
