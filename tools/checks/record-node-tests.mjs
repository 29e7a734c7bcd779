// A reporter for `node --test`: says what failed and why, and counts for the launcher.
import { startTally } from './tally.mjs';

export default async function* report(events) {
  const { check, finish } = startTally('tests of the checks', { quiet: true });
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite') continue;
    if (type === 'test:pass') await check(data.name, () => []);
    if (type === 'test:fail') {
      const { cause, message } = data.details.error;
      await check(data.name, () => [cause?.message ?? message]);
    }
  }
  process.exitCode = finish();
  yield '';
}
