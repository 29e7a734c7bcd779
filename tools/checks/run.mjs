// Checks that turn house rules into failures. Each lists what it found; a finding fails the run.
import { fileLength, describeLengths } from './checks/fileLength.mjs';
import { importDirection } from './checks/importDirection.mjs';
import { literalText } from './checks/literalText.mjs';
import { materialUi } from './checks/materialUi.mjs';
import { productionVariables } from './checks/productionVariables.mjs';
import { mixedPlugins } from './checks/mixedPlugins.mjs';
import { reasons } from './checks/reasons.mjs';
import { schemaSentences } from './checks/schemaSentences.mjs';
import { skippedTests } from './checks/skippedTests.mjs';
import { translations } from './checks/translations.mjs';
import { readSources } from './readSources.mjs';
import { startTally } from './tally.mjs';

const CHECKS = [
  importDirection,
  mixedPlugins,
  materialUi,
  literalText,
  translations,
  schemaSentences,
  reasons,
  skippedTests,
  fileLength,
  productionVariables,
];

const sources = readSources();
const { check, finish } = startTally('house checks');
for (const { sentence, inspect } of CHECKS) {
  await check(sentence, () => inspect(sources));
}
for (const line of describeLengths(sources)) console.log(`       ${line}`);
process.exitCode = finish();
