import { createHash } from 'node:crypto';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type CatalogProcessor,
  type CatalogProcessorCache,
  type CatalogProcessorEmit,
  type LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import type { ProcessingError } from './errorsBelow';

type Parts = { targets: string[]; refs: string[] };
const PARTS = 'parts';

/**
 * Reads each file of a location that names several by itself. Backstage reads them in one go and takes none of them while
 * one is broken: after a first start with a slip in one file nobody would be there, and no page would say why.
 *
 * Each file becomes a location below the one that names it. The one that names them says in its status what is wrong
 * below: what has never been read well has no page that could say so itself.
 */
export class LocationPartsProcessor implements CatalogProcessor {
  /** The locations that have parts. */
  readonly wholes = new Set<string>();

  constructor(
    private readonly errorsBelow: (
      locations: string[],
    ) => Promise<ProcessingError[]>,
  ) {}

  getProcessorName() {
    return 'LocationPartsProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
    _originLocation: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const targets = entity.spec?.targets as string[] | undefined;
    const isWhole =
      entity.kind === 'Location' &&
      Array.isArray(targets) &&
      targets.length > 1 &&
      targets.every(target => typeof target === 'string');
    if (!isWhole) {
      await cache.set(PARTS, null);
      return entity;
    }
    const parts = targets.map(target => partOf(entity, target));
    parts.forEach(part => emit(processingResult.entity(location, part)));
    this.wholes.add(stringifyEntityRef(entity));
    const found: Parts = { targets, refs: parts.map(stringifyEntityRef) };
    await cache.set(PARTS, found);
    // Without its targets nothing reads them here; they come back at the end.
    return { ...entity, spec: { ...entity.spec, targets: [] } };
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const parts = await cache.get<Parts>(PARTS);
    if (!parts) return entity;
    const items = await this.errorsBelow(parts.refs);
    const whole: Entity & { status?: { items: ProcessingError[] } } = {
      ...entity,
      spec: { ...entity.spec, targets: parts.targets },
    };
    if (items.length) whole.status = { items };
    return whole;
  }
}

/** The same target always has the same name, so that what was read stays what it is. */
function partOf(whole: Entity, target: string): Entity {
  const { type, presence } = whole.spec ?? {};
  const hash = createHash('sha1')
    .update(`${stringifyEntityRef(whole)} ${target}`)
    .digest('hex');
  return {
    apiVersion: whole.apiVersion,
    kind: 'Location',
    metadata: {
      name: `part-${hash}`,
      namespace: whole.metadata.namespace,
      title: target,
    },
    spec: {
      target,
      ...(type !== undefined && { type }),
      ...(presence !== undefined && { presence }),
    },
  };
}
