// record-jest.mjs REPORT RESULTS [NAME]: appends the counts of a jest JSON report to the results file.
import { appendFileSync, readFileSync } from 'node:fs';

const [reportPath, resultsPath, name = 'unit and integration tests'] =
  process.argv.slice(2);
const text = readFileSync(reportPath, 'utf8');
if (!text) {
  console.error('jest wrote no report: it stopped before its first test.');
  process.exit(1);
}
const report = JSON.parse(text);
const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
appendFileSync(resultsPath, `${name}|${report.numPassedTests}|${failed}\n`);
console.log(
  `${name}: ${report.numPassedTests} passed, ${failed} failed, ${report.numPendingTests} skipped`,
);
