// nativeAddOns.mjs [FOLDER…]: finds compiled add-ons that would abort the process.
//
// From 24.19 on, Node asserts that an add-on which removes a clean-up hook does so while its environment lives. Add-ons on
// the old C++ interface (better-sqlite3 12, among others) call node::RemoveEnvironmentCleanupHook from a destructor that the
// garbage collector runs whenever it likes, also after that: the portal dies with SIGABRT after seconds or hours. Add-ons on
// Node-API have no such symbol. A build that is switched off in `dependenciesMeta` leaves no add-on behind.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SYMBOL = 'RemoveEnvironmentCleanupHook';

/**
 * Looks through everything below the folder, but for what symbolic links lead to.
 *
 * @returns `examined`, the number of add-ons, and `findings`, a sentence for each one that has the symbol.
 */
export function inspectAddOns(folder) {
  const addOns = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.node'))
    .map(entry => path.join(entry.parentPath, entry.name));
  return {
    examined: addOns.length,
    findings: addOns
      .filter(file => readFileSync(file).includes(SYMBOL))
      .map(
        file =>
          `${file} uses node::${SYMBOL}, with which Node 24.19 and later abort. Use a version of the package that is built on Node-API, or switch its build off: { "dependenciesMeta": { "<package>": { "built": false } } } in package.json, then delete the file.`,
      ),
  };
}

function installed() {
  return globSync(['node_modules', '{packages,plugins}/*/node_modules']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folders = process.argv.length > 2 ? process.argv.slice(2) : installed();
  const reports = folders.filter(existsSync).map(inspectAddOns);
  const findings = reports.flatMap(report => report.findings);
  const examined = reports.reduce((sum, report) => sum + report.examined, 0);
  findings.forEach(finding => console.error(finding));
  console.log(
    `no native add-on has the symbol ${SYMBOL}: ${examined} examined, ${findings.length} found`,
  );
  // No add-on at all means that the wrong folder was searched.
  process.exitCode = findings.length || !examined ? 1 : 0;
}
