// 500 apply sets of 6 objects against the sandbox.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { medians } from './medians.mjs';
import { startPart } from './startPart.mjs';

const SETS = 500;

export async function measureSets({ rounds, log }) {
  const measured = [];
  for (let round = 1; round <= rounds; round += 1) {
    const folder = mkdtempSync(path.join(tmpdir(), 'caas-bench-'));
    const sandbox = await startPart('production/sandbox.ts', folder);
    try {
      const { nonprod, caFile } = sandbox.said;
      const { part, said } = await startPart(
        'bench/clusters/applySetsProcess.ts',
        { ...nonprod, ca: readFileSync(caFile, 'utf8'), sets: SETS },
      );
      await part.over;
      log(`apply sets, round ${round}: ${JSON.stringify(said)}`);
      measured.push(said);
    } finally {
      await sandbox.part.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return medians(measured);
}
