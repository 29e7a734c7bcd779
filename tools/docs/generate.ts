// Writes from the contracts: docs/access-matrix.md, docs/audit-events.md, and the portal's interfaces for the catalog.
// With --check it writes nothing, and fails when a file is not what the contracts say.
import { readFileSync, writeFileSync } from 'node:fs';
import { renderAccessMatrix, renderAuditEvents } from '@caas/contract-node';
import { contracts } from './contracts';
import { renderApiEntities } from './renderApiEntities';

async function main() {
  const check = process.argv.includes('--check');
  const files = {
    'docs/access-matrix.md': renderAccessMatrix(contracts),
    'docs/audit-events.md': renderAuditEvents(contracts),
    'catalog/portal/apis.yaml': await renderApiEntities(contracts),
  };
  for (const [file, text] of Object.entries(files)) {
    if (!check) {
      writeFileSync(file, text);
    } else if (currentText(file) !== text) {
      console.error(
        `${file} is not what the contracts say: run \`yarn docs:generate\` and commit the result.`,
      );
      process.exitCode = 1;
    }
  }
}

function currentText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
