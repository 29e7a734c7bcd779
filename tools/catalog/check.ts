// node -r @backstage/cli/config/nodeTransform.cjs tools/catalog/check.ts: holds everything under catalog/ against the
// rules of the catalog and of the plugins that read it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { compileRules } from '../../plugins/approvals-backend/src/policies/compileRules';
import {
  parseTenantsFile,
  type TenantDefinition,
} from '../../plugins/tenancy-backend/src/domain/tenantsFile';
import { startTally } from '../checks/tally.mjs';
import { brokenDocumentation, documentationLeftOut } from './inspectDocs';
import {
  brokenApiDocuments,
  doubleEntities,
  refusedEntities,
} from './inspectEntities';
import { danglingReferences, entitiesOf } from './inspectReferences';
import {
  quotasWithoutCluster,
  strangersInConfiguration,
  strangersInTenants,
  type Configuration,
} from './inspectTenants';
import { interfacesLeftOut } from './inspectPortal';
import { filesLeftOut, readCatalog } from './readCatalog';

const ENTITY_FOLDERS = [
  'catalog/org',
  'catalog/systems',
  'catalog/apis',
  'catalog/portal',
];
const DOCUMENTATION_FOLDER = 'catalog/systems/docs';
const TEMPLATES = ['spring-cloud-service', 'development-namespace'].map(
  name => `templates/${name}/template.yaml`,
);

async function main(): Promise<number> {
  process.chdir(path.resolve(__dirname, '../..'));
  const { check, finish } = startTally('catalog');
  const catalog = readCatalog('catalog/all.yaml');
  const placed = [
    ...catalog.placed,
    ...TEMPLATES.flatMap(file => readCatalog(file).placed),
  ];
  const isKnown = entitiesOf(placed.filter(({ entity }) => entity?.metadata));
  const configuration: Configuration = parse(text('app-config.yaml'));
  let tenants: TenantDefinition[] = [];

  await check('the files that locations name can be read', () => [
    ...catalog.findings,
    ...(placed.length ? [] : ['they hold no entity']),
  ]);
  await check('no file of entities is left out', () =>
    filesLeftOut(ENTITY_FOLDERS, catalog),
  );
  await check('the catalog takes every entity', () => refusedEntities(placed));
  await check('every entity has a name of its own', () =>
    doubleEntities(placed),
  );
  await check('every reference leads to an entity', () =>
    danglingReferences(placed, isKnown),
  );
  await check('every API carries its document', () =>
    brokenApiDocuments(placed),
  );
  await check('every interface of the portal is provided by the portal', () =>
    interfacesLeftOut(placed),
  );
  await check('TechDocs finds every page that documentation promises', () =>
    brokenDocumentation(placed),
  );
  await check('no documentation is left out', () =>
    documentationLeftOut(DOCUMENTATION_FOLDER, placed),
  );
  await check(
    'catalog/tenants.yaml is one that the tenancy plugin takes',
    () => {
      tenants = parseTenantsFile(
        text('catalog/tenants.yaml'),
        'catalog/tenants.yaml',
      );
      return tenants.length ? [] : ['it holds no tenant'];
    },
  );
  await check('the catalog knows the people and groups of the tenants', () =>
    strangersInTenants(tenants, isKnown),
  );
  await check('the quotas are for clusters that are configured', () =>
    quotasWithoutCluster(tenants, configuration),
  );
  await check('the catalog knows the people that the configuration names', () =>
    strangersInConfiguration(configuration, isKnown),
  );
  await check(
    'catalog/approval-policies.yaml is one that the approvals plugin takes',
    () => {
      const file = 'catalog/approval-policies.yaml';
      return compileRules(text(file), file).rules.length
        ? []
        : ['it holds no rule'];
    },
  );
  return finish();
}

const text = (file: string) => readFileSync(file, 'utf8');

main().then(
  exitCode => {
    process.exitCode = exitCode;
  },
  error => {
    console.error(error);
    process.exitCode = 1;
  },
);
