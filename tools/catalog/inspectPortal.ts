import type { Placed } from './readCatalog';

const PORTAL = 'caas-portal';

/** Interfaces of the portal that its own component does not name: the catalog would not show who provides them. */
export function interfacesLeftOut(placed: Placed[]): string[] {
  const entities = placed.map(({ entity }) => entity);
  const interfaces = entities.filter(
    ({ kind, spec }) => kind === 'API' && spec?.system === PORTAL,
  );
  const portal = entities.find(
    ({ kind, metadata }) => kind === 'Component' && metadata.name === PORTAL,
  );
  const provided = [portal?.spec?.providesApis ?? []].flat();
  if (!interfaces.length) return [`the system ${PORTAL} has no interface`];
  return interfaces
    .filter(({ metadata }) => !provided.includes(metadata.name))
    .map(
      ({ metadata }) =>
        `${metadata.name} is not among providesApis of the component ${PORTAL}`,
    );
}
