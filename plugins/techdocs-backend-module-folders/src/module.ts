import { tmpdir } from 'node:os';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  DirectoryPreparer,
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { ExplainingGenerator } from './ExplainingGenerator';
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
        generators: techdocsGeneratorExtensionPoint,
        logger: coreServices.logger,
        preparers: techdocsPreparerExtensionPoint,
        reader: coreServices.urlReader,
      },
      async init({ config, generators, logger, preparers, reader }) {
        const integrations = ScmIntegrations.fromConfig(config);
        generators.setTechdocsGenerator(
          new ExplainingGenerator({
            config,
            logger,
            scmIntegrations: integrations,
          }),
        );
        preparers.registerPreparer(
          'dir',
          FolderPreparer.create({
            integrations,
            remote: DirectoryPreparer.fromConfig(config, { logger, reader }),
            workingDirectory:
              config.getOptionalString('backend.workingDirectory') ?? tmpdir(),
          }),
        );
      },
    });
  },
});
