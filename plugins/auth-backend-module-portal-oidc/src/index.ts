/**
 * Sign-in with OpenID Connect, for the people of the catalog.
 *
 * @packageDocumentation
 */
export { authModulePortalOidc as default } from './module';
