import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { ROOT } from '../production/prepareBundle.mjs';

/** Where and when the figures come from. */
export function describeMachine() {
  const git = (...args) =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  const isChanged = git('status', '--porcelain', '--', 'packages', 'plugins');
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    commit: `${git('rev-parse', '--short', 'HEAD')}${isChanged ? ' with changes' : ''}`,
    node: process.version,
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    processor: `${os.cpus().length} × ${os.cpus()[0].model.trim()}`,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    load: os.loadavg()[2].toFixed(1),
  };
}
