// check-log.mjs LOG: fails when the portal logged a warning or an error that nobody expects of a run where all goes well.
import { readFileSync } from 'node:fs';

const EXPECTED = [
  // Personas are what a laptop signs in with.
  /Anybody may sign in without a password/,
  // TechDocs asks for a document before it has been built, says so at level info, and builds it.
  / techdocs info Unable to get metadata for '\S+' with error Error: Unable to read techdocs_metadata\.json /,
  // Somebody left a page while its request was arriving: stock answers 500 to nobody.
  / error Request failed with status 500 stream is not readable type="stream\.not\.readable" /,
];

const [logPath] = process.argv.slice(2);
const plain = readFileSync(logPath, 'utf8').replaceAll(
  // eslint-disable-next-line no-control-regex -- colours of a terminal begin with the escape character
  /\u001b\[[0-9;]*m/g,
  '',
);
const findings = plain
  .split('\n')
  .filter(line => /^\w+\s*\| (\S+ \S+ (warn|error) |.*\bError: )/.test(line))
  .filter(line => !EXPECTED.some(expected => expected.test(line)));
for (const line of findings) console.error(line.slice(0, 500));
if (findings.length > 0) {
  console.error(
    `portal: the log has ${findings.length} warnings or errors that a run where all goes well must not have.`,
  );
  process.exit(1);
}
