// The thread that asks until it is told to stop, and then says how many answers it got and how many refusals (429).
import { parentPort, workerData } from 'node:worker_threads';

const { urls, token, concurrency } = workerData;
let isStopped = false;
let answered = 0;
let refused = 0;

async function ask(first) {
  // Ten people behind one proxy: limits by client address hold for each.
  const headers = {
    authorization: `Bearer ${token}`,
    'x-forwarded-for': `10.0.0.${first + 1}`,
  };
  for (let index = first; !isStopped; index++) {
    const response = await fetch(urls[index % urls.length], { headers });
    await response.arrayBuffer();
    if (response.ok) answered += 1;
    else if (response.status === 429) refused += 1;
    else throw new Error(`${response.url} answered ${response.status}`);
  }
}

const running = Promise.all(
  Array.from({ length: concurrency }, (_, index) => ask(index)),
);
parentPort.once('message', async () => {
  isStopped = true;
  await running;
  parentPort.postMessage({ answered, refused });
});
