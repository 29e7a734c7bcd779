// Writes docs/access-matrix.md and docs/audit-events.md from the contracts. With --check it writes nothing, and fails
// when a page is not what the contracts say.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  renderAccessMatrix,
  renderAuditEvents,
  type Contracts,
} from '@caas/contract-node';
import { approvalsContract } from '@caas/plugin-approvals-common';
import { auditContract } from '@caas/plugin-audit-common';
import { clustersContract } from '@caas/plugin-clusters-common';
import { tenancyContract } from '@caas/plugin-tenancy-common';

const contracts: Contracts = {
  clusters: clustersContract,
  tenancy: tenancyContract,
  approvals: approvalsContract,
  audit: auditContract,
};
const pages = {
  'access-matrix.md': renderAccessMatrix(contracts),
  'audit-events.md': renderAuditEvents(contracts),
};

const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(pages)) {
  const file = path.join('docs', name);
  if (!check) {
    writeFileSync(file, text);
  } else if (currentText(file) !== text) {
    console.error(
      `${file} is not what the contracts say: run \`yarn docs:generate\` and commit the result.`,
    );
    process.exitCode = 1;
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
