/**
 * Projects the namespaces of tenants into the catalog.
 *
 * @packageDocumentation
 */
export {
  catalogModuleTenancy,
  catalogModuleTenancy as default,
} from './module';
