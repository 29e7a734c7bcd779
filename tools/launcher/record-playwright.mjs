// record-playwright.mjs NAME REPORT RESULTS: appends the counts of a Playwright JSON report to the results file.
import { appendFileSync, readFileSync } from 'node:fs';

const [name, reportPath, resultsPath] = process.argv.slice(2);
const text = readFileSync(reportPath, 'utf8');
if (!text) {
  console.error(
    'Playwright wrote no report: it stopped before its first test.',
  );
  process.exit(1);
}
const { stats } = JSON.parse(text);
const failed = stats.unexpected + stats.flaky + stats.skipped;
appendFileSync(resultsPath, `${name}|${stats.expected}|${failed}\n`);
console.log(`${name}: ${stats.expected} passed, ${failed} failed`);
