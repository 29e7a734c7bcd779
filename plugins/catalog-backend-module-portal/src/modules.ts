import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { catalogModuleDirectory } from './directoryModule';
import { catalogModuleLocationParts } from './locationPartsModule';

/**
 * Two modules of the catalog that know nothing of each other.
 *
 * @public
 */
export const catalogModulesPortal = createBackendFeatureLoader({
  loader: () => [catalogModuleDirectory, catalogModuleLocationParts],
});
