import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { AppConfig } from '@backstage/config';
import { ConfigSources, type ConfigSource } from '@backstage/config-loader';
import type { StrictSchema } from './schema/StrictSchema';
import { ConfigurationError } from './ConfigurationError';
import { explain } from './sentences/explain';

type ReadOptions = {
  schema: StrictSchema;
  argv: string[];
  rootDir?: string;
};

/** Reads the files and variables that Backstage reads, in its order, and throws when the schema does not allow them. */
export async function readStrictConfig({
  schema,
  argv,
  rootDir,
}: ReadOptions): Promise<RootConfigService> {
  const source = ConfigSources.default({ argv, rootDir });
  console.log(`Loading config from ${source}`);
  const findings = explain(schema, await readOnce(source));
  if (findings.length) throw new ConfigurationError(findings);
  return ConfigSources.toConfig(source);
}

async function readOnce(source: ConfigSource): Promise<AppConfig[]> {
  const abort = new AbortController();
  for await (const { configs } of source.readConfigData({
    signal: abort.signal,
  })) {
    abort.abort();
    return configs;
  }
  return [];
}
