/**
 * The permission policy of the portal, and the guard before what Backstage leaves open to everybody who is signed in.
 *
 * @packageDocumentation
 */
export { permissionModulePortal as default } from './module';
export { maintenanceGuardFactory } from './maintenance/maintenanceGuardFactory';
export { httpAuthOfKnownPeopleFactory } from './people/httpAuthOfKnownPeopleFactory';
export { PORTAL_TABLE, type TableRow } from './table';
