import { tmpdir } from 'node:os';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  DirectoryPreparer,
  techdocsPreparerExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { FolderPreparer } from './FolderPreparer';

/**
 * Prepares documentation that lies beside its catalog file on disk, without touching it.
 *
 * @public
 */
export const techdocsModuleFolders = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'folders',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        preparers: techdocsPreparerExtensionPoint,
        reader: coreServices.urlReader,
      },
      async init({ config, logger, preparers, reader }) {
        preparers.registerPreparer(
          'dir',
          FolderPreparer.create({
            integrations: ScmIntegrations.fromConfig(config),
            remote: DirectoryPreparer.fromConfig(config, { logger, reader }),
            workingDirectory:
              config.getOptionalString('backend.workingDirectory') ?? tmpdir(),
          }),
        );
      },
    });
  },
});
