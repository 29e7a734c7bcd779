// What must hold for the entities of the catalog. Each function lists what it found to be wrong.
import {
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  GroupDefaultParentEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import { parseDocument } from 'yaml';
import type { Placed } from './readCatalog';

/** Those that the catalog backend enforces by itself. */
const POLICY = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
  new GroupDefaultParentEntityPolicy('group:default/none'),
]);

const VALIDATORS: Record<
  string,
  { check(entity: Placed['entity']): Promise<boolean> }
> = {
  API: apiEntityV1alpha1Validator,
  Component: componentEntityV1alpha1Validator,
  Domain: domainEntityV1alpha1Validator,
  Group: groupEntityV1alpha1Validator,
  Location: locationEntityV1alpha1Validator,
  Resource: resourceEntityV1alpha1Validator,
  System: systemEntityV1alpha1Validator,
  Template: templateEntityV1beta3Validator,
  User: userEntityV1alpha1Validator,
};

const nameOf = ({ file, entity }: Placed) =>
  `${file}: ${entity?.kind} ${entity?.metadata?.name}`;

/** The catalog refuses these. */
export async function refusedEntities(placed: Placed[]): Promise<string[]> {
  const findings: string[] = [];
  for (const item of placed) {
    try {
      await POLICY.enforce(structuredClone(item.entity));
      const validator = VALIDATORS[item.entity.kind];
      if (!validator) {
        findings.push(`${nameOf(item)}: the portal knows no such kind`);
      } else if (!(await validator.check(item.entity))) {
        findings.push(
          `${nameOf(item)}: the kind has no version ${item.entity.apiVersion}`,
        );
      }
    } catch (error) {
      findings.push(`${nameOf(item)}: ${(error as Error).message}`);
    }
  }
  return findings;
}

/** Entities that share kind, namespace and name: the catalog keeps one of them and drops the others. */
export function doubleEntities(placed: Placed[]): string[] {
  const files = new Map<string, string>();
  return placed.flatMap(({ file, entity }) => {
    const reference = stringifyEntityRef(entity);
    const first = files.get(reference);
    files.set(reference, first ?? file);
    return first ? [`${reference} stands in ${first} and in ${file}`] : [];
  });
}

/** Documents of APIs that the API page could not show. */
export function brokenApiDocuments(placed: Placed[]): string[] {
  return placed
    .filter(({ entity }) => entity.kind === 'API')
    .flatMap(item => {
      const { type, definition } = item.entity.spec as Record<string, string>;
      if (type !== 'openapi') return [];
      const document = parseDocument(String(definition));
      const [error] = document.errors;
      if (error) return [`${nameOf(item)}: ${error.message}`];
      const { openapi, info, paths } = document.toJS() ?? {};
      return openapi && info?.title && Object.keys(paths ?? {}).length
        ? []
        : [`${nameOf(item)}: its definition is no OpenAPI document`];
    });
}
