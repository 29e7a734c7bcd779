/**
 * What the portal asks of its catalog: people of an LDAP directory, and files that are read one by one.
 *
 * @packageDocumentation
 */
export {
  catalogModulesPortal,
  catalogModulesPortal as default,
} from './modules';
