import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { TenantStore } from '../database/TenantStore';
import type { Clock } from '../domain/Clock';
import { loweredBelowAllocatedSentence } from '../domain/quotaSentences';
import { parseTenantsFile } from '../domain/tenantsFile';

/**
 * Brings the database to what `tenancy.tenantsFile` says. A file that cannot be read or understood stops the start:
 * going on with half of it would take roles from people.
 */
export async function applyTenantsFile(options: {
  config: Config;
  tenants: TenantStore;
  clock: Clock;
  logger: LoggerService;
}): Promise<void> {
  const { config, tenants, clock, logger } = options;
  const fileName = config.getString('tenancy.tenantsFile');
  const definitions = parseTenantsFile(await read(fileName), fileName);
  const { closed, kept } = await tenants.applyDefinitions(
    definitions,
    clock.now(),
  );
  for (const code of closed) {
    logger.warn(
      `Tenant '${code}' is not in ${fileName} any more and is closed; its namespaces stay`,
    );
  }
  for (const { tenant, wanted, ...quota } of kept) {
    logger.warn(loweredBelowAllocatedSentence(tenant, quota, wanted));
  }
  logger.info(`${definitions.length} tenants read from ${fileName}`);
}

async function read(fileName: string): Promise<string> {
  const location = path.resolve(fileName);
  try {
    return await readFile(location, 'utf8');
  } catch (error) {
    throw new InputError(
      `tenancy.tenantsFile in app-config.yaml names '${fileName}', which cannot be read (${location}): ${(error as Error).message}. Write the path of the tenants file, relative to the working directory of the backend`,
    );
  }
}
