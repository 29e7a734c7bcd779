/**
 * The permission policy of the portal.
 *
 * @packageDocumentation
 */
export { permissionModulePortal as default } from './module';
