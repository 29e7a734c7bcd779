import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { loadConfigSchema, type ConfigSchema } from '@backstage/config-loader';
import { configSchemaExtensionPoint } from '@backstage/plugin-app-node';
import type { SchemaOfPackage } from '../schema/StrictSchema';
import { onlyVisible } from './onlyVisible';

type CompiledSchema = {
  schemas: SchemaOfPackage[];
  backstageConfigSchemaVersion: number;
};

/**
 * Gives the app's backend the schema of the built app without what the browser never sees: compiling all of it takes a
 * tenth of the start.
 */
export const frontendSchema = createBackendModule({
  pluginId: 'app',
  moduleId: 'visible-config-schema',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        app: configSchemaExtensionPoint,
      },
      async init({ config, app }) {
        const name = config.getOptionalString('app.packageName') ?? 'app';
        const file = resolvePackagePath(name, 'dist/.config-schema.json');
        // On a laptop the app is served from its sources.
        if (!existsSync(file)) return;
        app.setConfigSchema(
          await loadVisible(JSON.parse(await readFile(file, 'utf8'))),
        );
      },
    });
  },
});

/** The schema that decides what the browser sees of a configuration. */
export function loadVisible(compiled: CompiledSchema): Promise<ConfigSchema> {
  return loadConfigSchema({
    serialized: {
      ...compiled,
      schemas: compiled.schemas.flatMap(schema => {
        const value = onlyVisible(schema.value);
        return value ? [{ ...schema, value }] : [];
      }),
    },
  });
}
