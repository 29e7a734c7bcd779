// node tools/templates/check.mjs: renders every template as the Scaffolder does, and holds what comes out against the
// container standard. Where Maven is installed, the generated service is compiled and tested too.
import path from 'node:path';
import { startTally } from '../checks/tally.mjs';
import { failuresOfMaven, hasMaven } from './compileService.mjs';
import {
  brokenDockerfile,
  brokenManifests,
  brokenPipeline,
} from './inspectDelivery.mjs';
import {
  brokenEntities,
  brokenShell,
  brokenYaml,
  leftovers,
  misplacedJava,
} from './inspectService.mjs';
import {
  expressionsThatAreNotRendered,
  stepIdsWithHyphens,
  valuesDisagree,
} from './inspectSkeleton.mjs';
import { startScaffolder } from './scaffold.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'templates/spring-cloud-service');
/** It makes no files: its own test, in plugins/scaffolder-backend-module-portal, runs it. */
const withoutSkeleton = path.join(root, 'templates/development-namespace');

const PLAIN = {
  name: 'policy-query',
  title: '保单查询服务',
  description: '为渠道查询保单。',
  owner: 'group:default/life-core',
  system: 'system:default/policy-core',
  groupId: 'com.example.life',
  javaVersion: '17',
  port: 8081,
  repoUrl: 'localhost:7450?owner=life&repo=policy-query',
};
// A word of the Java language as name, text that YAML would misread, the other end of every range.
const AWKWARD = {
  ...PLAIN,
  name: 'switch',
  title: '「\'引号\': "冒号" #井号」',
  description: '- 以连字符开头: "true" {{ 大括号 }}',
  owner: 'group:other/claims',
  system: 'system:other/claims',
  groupId: 'cn.example',
  javaVersion: '25',
  port: 65535,
  repoUrl: 'localhost:7450?owner=property&repo=switch-repository',
};
const REFUSED = {
  'a name with capitals': { name: 'PolicyQuery' },
  'a name that ends with a hyphen': { name: 'policy-' },
  'a name that begins with a digit': { name: '1policy' },
  'a name of two letters': { name: 'ab' },
  'a name of 41 letters': { name: 'a'.repeat(41) },
  'a name with a path in it': { name: '../policy' },
  'a title of two lines': { title: '保单\nimage: evil' },
  'a group that is no package': { groupId: 'com/example' },
  'a Java that is not offered': { javaVersion: '8' },
  'a port below 1024': { port: 80 },
};

const { check, finish } = startTally('templates');

await check('the skeleton and the template name the same values', () =>
  valuesDisagree(folder),
);
await check('only files that are rendered hold expressions', () =>
  expressionsThatAreNotRendered(folder),
);
await check('steps have ids that expressions can name', () =>
  [folder, withoutSkeleton].flatMap(stepIdsWithHyphens),
);

const scaffolder = await startScaffolder();
let plain;
for (const answers of [PLAIN, AWKWARD]) {
  const of = `of ${answers.name}`;
  let service;
  await check(`${answers.name} is rendered`, async () => {
    service = await scaffolder.render(folder, answers);
    return [];
  });
  if (!service) continue;
  plain ??= service;
  await check(`no expression is left in the files ${of}`, () =>
    leftovers(service),
  );
  await check(`the YAML files ${of} are YAML`, () => brokenYaml(service));
  await check(`the shell scripts ${of} are shell`, () => brokenShell(service));
  await check(`the catalog takes the entities ${of}`, () =>
    brokenEntities(service),
  );
  await check(`the Java sources ${of} stand in their packages`, () =>
    misplacedJava(service),
  );
  await check(`the image ${of} keeps the container standard`, () =>
    brokenDockerfile(service),
  );
  await check(`the pipeline ${of} keeps the container standard`, () =>
    brokenPipeline(service),
  );
  await check(`the manifests ${of} keep the container standard`, () =>
    brokenManifests(service, answers),
  );
}
for (const [what, answers] of Object.entries(REFUSED)) {
  await check(`the form refuses ${what}`, async () => {
    const refusal = await scaffolder
      .render(folder, { ...PLAIN, ...answers })
      .catch(error => error);
    return refusal instanceof Error && /answers 400/.test(refusal.message)
      ? []
      : ['it was accepted'];
  });
}

if (!plain) {
  console.log('templates: nothing was rendered, so nothing was compiled');
} else if (hasMaven()) {
  await check('the generated service compiles and passes its tests', () =>
    failuresOfMaven(plain, PLAIN),
  );
} else {
  console.log(
    'templates: Maven is not installed here; the generated service was not compiled',
  );
}

// Stopping the Scaffolder waits for its worker, which waits for a task; leaving ends both.
process.exit(finish());
