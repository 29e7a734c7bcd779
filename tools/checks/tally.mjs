// Runs named checks one after the other, says what each found, and counts them for the launcher.
import { appendFileSync } from 'node:fs';

/** Counts checks under a name, such as `catalog`; a quiet tally only says what failed. */
export function startTally(name, { quiet = false } = {}) {
  let passed = 0;
  let failed = 0;
  return {
    /** Runs a check. It lists what it found to be wrong; one that throws has failed. */
    async check(sentence, inspect) {
      let findings;
      try {
        findings = await inspect();
      } catch (error) {
        findings = [error.message];
      }
      if (findings.length) console.log(`FAILED ${sentence}`);
      else if (!quiet) console.log(`ok     ${sentence}`);
      for (const finding of findings) console.error(`       ${finding}`);
      if (findings.length) failed += 1;
      else passed += 1;
    },
    /** Says how it went, and gives the exit code. */
    finish() {
      if (process.env.PORTAL_RESULTS) {
        appendFileSync(
          process.env.PORTAL_RESULTS,
          `${name}|${passed}|${failed}\n`,
        );
      }
      console.log(`${name}: ${passed} passed, ${failed} failed`);
      return failed || !passed ? 1 : 0;
    },
  };
}
