// record-jest.mjs REPORT RESULTS: appends the counts of a jest JSON report to the results file.
import { appendFileSync, readFileSync } from 'node:fs';

const [reportPath, resultsPath] = process.argv.slice(2);
const text = readFileSync(reportPath, 'utf8');
if (!text) {
  console.error('jest wrote no report: it stopped before its first test.');
  process.exit(1);
}
const report = JSON.parse(text);
const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
appendFileSync(
  resultsPath,
  `unit and integration tests|${report.numPassedTests}|${failed}\n`,
);
console.log(
  `unit and integration tests: ${report.numPassedTests} passed, ${failed} failed, ${report.numPendingTests} skipped`,
);
