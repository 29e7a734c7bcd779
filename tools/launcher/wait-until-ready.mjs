// wait-until-ready.mjs NAME:PID…: waits until sandbox, backend and app answer and people can sign in, then says so in one line.
// Exits with 1 as soon as one of the processes is gone, or after ten minutes.
import { execFileSync } from 'node:child_process';
import { connect } from 'node:net';

const started = Date.now();
const parts = process.argv.slice(2).map(entry => entry.split(':'));

const listens = port =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
const answers = async (url, headers = {}) => {
  try {
    const signal = AbortSignal.timeout(5000);
    return (await fetch(url, { headers, signal })).ok;
  } catch {
    return false;
  }
};
const probes = {
  sandbox: async () =>
    (await listens(7441)) && (await listens(7442)) && (await listens(7450)),
  backend: () =>
    answers('http://127.0.0.1:7007/.backstage/health/v1/readiness'),
  // Until the catalog has read its people, nobody can sign in.
  people: () =>
    answers('http://127.0.0.1:7007/api/auth/personas/refresh', {
      'x-caas-persona': 'user:default/li-wei',
    }),
  app: () => answers('http://localhost:3000/'),
};

/** The CLI waits for a change of the sources when the backend below it has ended; nobody is going to make one here. */
let backendSeen = false;
let backendMissed = 0;
function backendEnded() {
  let processes;
  try {
    processes = execFileSync('ps', ['-A', '-o', 'pgid=,args='], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).split('\n');
  } catch {
    return false;
  }
  const [, pid] = parts.find(([name]) => name === 'backend') ?? [];
  const runs = processes.some(
    line =>
      line.trim().split(/\s+/)[0] === pid &&
      line.includes('nodeTransform.cjs src/index'),
  );
  backendMissed = runs ? 0 : backendMissed + 1;
  backendSeen ||= runs;
  return backendSeen && backendMissed > 2;
}

const pending = new Set(Object.keys(probes));
while (pending.size > 0) {
  for (const [name, pid] of parts) {
    try {
      process.kill(-Number(pid), 0);
    } catch {
      console.error(`portal: the ${name} stopped while starting.`);
      process.exit(1);
    }
  }
  if (backendEnded()) {
    console.error('portal: the backend stopped while starting.');
    process.exit(1);
  }
  if (Date.now() - started > 600_000) {
    console.error(
      `portal: no answer from ${[...pending].join(', ')} in ten minutes.`,
    );
    process.exit(1);
  }
  for (const name of [...pending]) {
    if (await probes[name]()) pending.delete(name);
  }
  await new Promise(resolve => {
    setTimeout(resolve, 300);
  });
}
const seconds = Math.round((Date.now() - started) / 1000);
console.log(
  `portal: the portal answers at http://localhost:3000 after ${seconds} s; choose a persona to sign in. Ctrl-C stops it. 门户已启动，请选择身份登录。`,
);
