import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** What the workbench shows of an entity. */
export type EntitySummary = {
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  type?: string;
  lifecycle?: string;
};

/** Asks the catalog for what {@link summarizeEntity} reads and no more. */
export const SUMMARY_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'spec.type',
  'spec.lifecycle',
  'spec.profile.displayName',
];

export function summarizeEntity(entity: Entity): EntitySummary {
  const { kind, metadata, spec } = entity;
  const profile = spec?.profile as { displayName?: string } | undefined;
  return {
    ref: stringifyEntityRef(entity),
    kind: kind.toLocaleLowerCase('en-US'),
    namespace: metadata.namespace ?? DEFAULT_NAMESPACE,
    name: metadata.name,
    title: metadata.title ?? profile?.displayName ?? metadata.name,
    type: textOf(spec?.type),
    lifecycle: textOf(spec?.lifecycle),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
